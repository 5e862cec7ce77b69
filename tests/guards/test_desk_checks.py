"""Each of the forty desk checks has an existing test."""

import ast

from tests.guards.sources import nodes, python_files

# By the number of the check; the name of the test describes it.
HELD_BY: dict[int, tuple[str, ...]] = {
    1: ("test_two_sessions_that_were_left_are_two_drafts",),
    2: ("test_opening_a_draft_over_typed_text_keeps_both_and_saving_one_the_other",),
    3: ("test_a_killed_program_loses_what_was_typed_since_the_draft_was_kept",),
    4: (
        "test_a_lock_keeps_what_is_being_typed",
        "test_the_cell_that_is_typed_in_is_in_the_draft",
    ),
    5: ("test_what_is_typed_over_a_form_never_takes_the_place_of_another_draft",),
    6: ("test_names_on_lines_of_their_own_are_whole",),
    7: ("test_an_empty_topic_is_passed_by_and_the_words_follow",),
    8: ("test_enter_on_an_empty_last_point_stays_there",),
    9: (
        "test_escape_gives_a_cell_its_value_back_then_the_row_then_the_page",
        "test_a_second_escape_at_once_does_not_leave_the_page",
    ),
    10: ("test_an_open_cell_goes_with_its_session",),
    11: ("test_no_word_is_cut_in_large_letters",),
    12: (
        "test_a_session_is_logged_in_a_real_window",
        "test_every_page_fits_a_screen_of_1366_at_150_per_cent",
    ),
    13: (
        "test_nothing_is_cut_in_a_small_window",
        "test_the_points_have_the_room_and_a_key_shows_the_promises",
    ),
    14: ("test_the_names_of_the_pages_are_told_under_the_mouse",),
    15: ("test_saving_on_a_full_disk_keeps_the_form_as_it_is",),
    16: ("test_a_form_says_so_and_its_draft_is_kept_when_there_is_room",),
    17: ("test_what_is_meant_is_said_at_once_and_written_in_full",),
    18: ("test_a_day_to_come_is_understood",),
    19: ("test_what_is_no_day_stays_as_it_was_typed",),
    20: ("test_a_session_costs_few_keys_and_its_open_cell_is_saved",),
    21: (
        "test_a_partner_is_found_in_either_script_and_opened_with_enter",
        "test_a_row_tells_a_record_from_its_likes",
    ),
    22: (
        "test_before_a_letter_is_typed_what_was_written_last_is_there",
        "test_a_command_is_found_by_its_words_and_done",
        "test_what_is_typed_finds_it_first",
    ),
    23: ("test_what_is_typed_finds_it_first",),
    24: ("test_planning_opens_the_week_with_a_form_and_no_points",),
    25: ("test_escape_leads_out_of_every_part_and_the_focus_stays_in_the_page",),
    26: ("test_at_most_two_actions_and_the_menu_are_in_sight",),
    27: ("test_the_menu_of_a_row_opens_by_mouse_and_keys",),
    28: ("test_what_is_deleted_gives_way_to_its_neighbour_and_comes_back_with_undo",),
    29: ("test_columns_are_remembered_per_language",),
    30: ("test_rows_are_copied_as_columns_without_invisible_marks",),
    31: ("test_the_mouse_drags_it_by_its_middle_and_stretches_it_by_its_edge",),
    32: ("test_keys_move_and_stretch_it_and_each_is_undone",),
    33: ("test_a_new_date_moves_a_promise_to_its_group_and_it_stays_chosen",),
    34: ("test_a_promise_is_added_without_a_session",),
    35: ("test_one_meeting_makes_no_full_bar",),
    36: (
        "test_a_backup_is_read_beside_the_register_which_stays_as_it_is",
        "test_a_restore_is_tried_and_the_register_is_untouched",
    ),
    37: (
        "test_the_eye_shows_it_until_the_screen_is_left",
        "test_caps_lock_is_said",
        "test_the_keyboard_is_called_by_the_letters_that_it_types",
    ),
    38: ("test_the_groups_are_numbered_from_the_left_and_the_asked_ones_alone_are_typed",),
    39: (
        "test_what_has_the_keyboard_is_seen",
        "test_the_settings_are_read_as_they_stand",
        "test_the_pages_are_read_as_they_stand",
    ),
    40: ("test_every_list_of_a_new_register_has_a_sentence_and_a_button",),
}


def test_every_check_is_held() -> None:
    written = {
        node.name
        for path in python_files("tests")
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef)
    }
    assert list(HELD_BY) == list(range(1, 41))
    assert not [name for names in HELD_BY.values() for name in names if name not in written]
