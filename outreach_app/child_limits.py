"""Limits that a child process sets on itself before it reads untrusted files.

The operating system enforces them, whatever code the child is made to run.
"""

import sys

MAX_MEMORY = 300 << 20  # bytes of address space
MAX_WORK = 2.0  # seconds of CPU for one file: the largest valid ones take half a second

if sys.platform == "win32":
    import ctypes
    import os
    from ctypes import wintypes

    _TIME, _PROCESSES, _MEMORY, _DIE, _CLOSE = 0x2, 0x8, 0x100, 0x400, 0x2000
    _EXTENDED_LIMITS = 9
    _TICKS = 10_000_000  # per second

    class _Limits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, flattened: the same order and sizes."""

        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
            ("io_counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    _KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
    _KERNEL.CreateJobObjectW.restype = wintypes.HANDLE
    _KERNEL.GetCurrentProcess.restype = wintypes.HANDLE
    _JOB = wintypes.HANDLE(_KERNEL.CreateJobObjectW(None, None))

    def limit_means() -> None:
        """Cap memory and forbid child processes. Raises OSError."""
        limit_time()
        own = wintypes.HANDLE(_KERNEL.GetCurrentProcess())
        if not _KERNEL.AssignProcessToJobObject(_JOB, own):
            raise ctypes.WinError(ctypes.get_last_error())

    def limit_time() -> None:
        """End this process after MAX_WORK more seconds of CPU time. Raises OSError."""
        limits = _Limits(
            process_time=int((os.times().user + MAX_WORK) * _TICKS),
            flags=_TIME | _PROCESSES | _MEMORY | _DIE | _CLOSE,
            processes=1,
            process_memory=MAX_MEMORY,
        )
        size = wintypes.DWORD(ctypes.sizeof(limits))
        reference = ctypes.byref(limits)
        if not _KERNEL.SetInformationJobObject(_JOB, _EXTENDED_LIMITS, reference, size):
            raise ctypes.WinError(ctypes.get_last_error())

else:
    import resource
    import signal

    _MAX_FILES = 64  # open at once: the child is given bytes, and only loads modules

    def limit_means() -> None:
        """Cap memory; forbid writing files and core dumps."""
        if sys.platform == "linux":  # macOS does not enforce it
            resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_NOFILE, (_MAX_FILES, _MAX_FILES))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def limit_time() -> None:
        """End this process after MAX_WORK more seconds of CPU time."""
        signal.setitimer(signal.ITIMER_PROF, MAX_WORK)
