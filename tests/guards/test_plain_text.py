"""Text of users is never interpreted as markup in labels, tooltips or messages."""

import ast

from tests.guards.sources import nodes, place, python_files

# The only modules that may create these: each sets them to plain text.
MAKERS = {"QLabel": {"ui/widgets/labels.py"}, "QMessageBox": {"ui/warning_box.py"}}
MARKUP = {"setWhatsThis", "setHtml", "insertHtml", "setMarkdown", "setStatusTip", "setTextFormat"}
SETS_MARKUP = {
    # What is copied for a text processor is a table, every cell of it escaped: decision 0103.
    ("setHtml", "ui/tables/clipboard.py"),
    ("setMarkdown", "ui/help/text.py"),  # pages that the program brings
    ("setTextFormat", "ui/translations/similar_phrase.py"),  # every word of it is escaped
    ("setTextFormat", "ui/warning_box.py"),  # to plain text
    ("setTextFormat", "ui/widgets/labels.py"),  # to plain text
}
TOOLTIPS = {"setToolTip": 0, "showText": 1}


def _calls() -> list[tuple[str, str, ast.Call]]:
    """Yield every call in ui/: the name, its location, the node."""
    found = []
    for path in python_files("ui"):
        for node in nodes(path):
            if isinstance(node, ast.Call):
                called = node.func
                name = called.attr if isinstance(called, ast.Attribute) else ""
                name = called.id if isinstance(called, ast.Name) else name
                found.append((name, place(path, node), node))
    return found


def test_labels_and_messages_are_made_in_one_place_each() -> None:
    elsewhere = [
        where
        for name, where, _call in _calls()
        if name in MAKERS and where.rpartition(":")[0] not in MAKERS[name]
    ]
    assert not elsewhere


def test_no_other_class_is_a_label_or_a_message() -> None:
    derived = {
        place(path, node).rpartition(":")[0]
        for path in python_files("ui")
        for node in nodes(path)
        if isinstance(node, ast.ClassDef)
        and any(getattr(base, "id", "") in MAKERS for base in node.bases)
    }
    assert derived == MAKERS["QLabel"]


def test_every_tooltip_is_written_by_tip() -> None:
    bare = []
    for name, where, call in _calls():
        if name in TOOLTIPS:
            words = call.args[TOOLTIPS[name]]
            if not (isinstance(words, ast.Call) and getattr(words.func, "id", "") == "tip"):
                bare.append(where)
    assert not bare


def test_nothing_else_sets_markup() -> None:
    set_ = {(name, where.rpartition(":")[0]) for name, where, _call in _calls() if name in MARKUP}
    assert set_ == SETS_MARKUP
