"""The command ``gouji``: streams, errors and the exit status around the commands."""

from __future__ import annotations

import os
import sys

from gouji.output.target import OutputError, prepare_streams

# As a shell reports a program that a signal has ended.
_INTERRUPTED = 130
_BROKEN_PIPE = 141


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line and returns the exit status: 0 nothing found, 1 findings, 2 an input or usage error.

    `arguments` are those after the name of the program, by default the ones of this process. A usage error that the
    parser finds raises SystemExit(2).
    """
    from gouji.arguments import parse
    from gouji.commands import run
    from gouji.commands.common import UsageError, complain

    prepare_streams()
    try:
        return run(parse(arguments))
    except (UsageError, OutputError) as error:
        complain(str(error))
        return 2
    except BrokenPipeError:
        return _drop_output(_BROKEN_PIPE)
    except KeyboardInterrupt:
        _drop_output(_INTERRUPTED)
        if arguments is None:
            os._exit(_INTERRUPTED)  # a check that runs in another thread would keep the process for its time
        return _INTERRUPTED
    except OSError as error:  # inputs have errors of their own: this is standard output
        _drop_output(2)
        complain(f"无法写出结果：{error.strerror or error}")
        return 2


def _drop_output(status: int) -> int:
    """Lets what is still buffered go nowhere, so that the interpreter does not complain about it at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        pass
    return status
