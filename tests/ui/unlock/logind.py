"""A stand-in for logind on a private bus: one session, controlled by standard input.

Run: python -m tests.ui.unlock.logind ADDRESS
"""

import sys

from PySide6.QtCore import ClassInfo, Property, QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath

NAME = "org.freedesktop.login1"
PATH = "/org/freedesktop/login1/session/_31"
STATE = {"Active": True, "LockedHint": False}
_EXPORTED = QDBusConnection.RegisterOption.ExportAllContents


@ClassInfo({"D-Bus Interface": f"{NAME}.Manager"})  # type: ignore[call-arg]
class Manager(QObject):  # type: ignore[operator]
    @Slot(str, result=QDBusObjectPath)
    def GetSession(self, _session: str) -> QDBusObjectPath:
        return QDBusObjectPath(PATH)


@ClassInfo({"D-Bus Interface": f"{NAME}.Session"})  # type: ignore[call-arg]
class Session(QObject):  # type: ignore[operator]
    Active = Property(bool, lambda _self: STATE["Active"])
    LockedHint = Property(bool, lambda _self: STATE["LockedHint"])


def main(address: str) -> None:
    """Serve until standard input ends: `Lock`, or a property and its value."""
    application = QCoreApplication([])
    bus = QDBusConnection.connectToBus(address, "logind")
    manager, session = Manager(), Session()
    bus.registerObject("/org/freedesktop/login1", manager, _EXPORTED)
    bus.registerObject(PATH, session, _EXPORTED)
    bus.registerService(NAME)

    def take() -> None:
        words = sys.stdin.readline().split()
        if not words:
            application.quit()
            return
        if words[0] == "Lock":
            bus.send(QDBusMessage.createSignal(PATH, f"{NAME}.Session", "Lock"))
            return
        STATE[words[0]] = words[1] == "true"
        changed = QDBusMessage.createSignal(
            PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged"
        )
        changed.setArguments([f"{NAME}.Session", {words[0]: STATE[words[0]]}, []])
        bus.send(changed)

    reader = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    reader.activated.connect(take)
    print("ready", flush=True)  # noqa: T201  the parent process waits for that
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1])
