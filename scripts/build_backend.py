"""Build the package as setuptools does, with compiled message catalogues."""

from compile_catalogues import compile_catalogues
from setuptools.build_meta import *  # noqa: F403  the hooks of PEP 517

# A build imports this module, then calls one of setuptools' hooks.
compile_catalogues()
