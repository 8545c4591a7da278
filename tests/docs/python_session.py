"""
Python as pages show it, run.

What a block prints stands behind ``# ->``, at the end of the line or in lines of comment below it.
A bare expression that is followed by one shows its `repr`, as at a prompt. Where ``# ->`` names an
error and its message, the statement raises it. ``...`` stands for anything, and a long line may be
wrapped.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from typing import Any

_ARROW = "# ->"
_ERROR = re.compile(r"# -> \w+Error: ")
_FLAGS = ELLIPSIS | NORMALIZE_WHITESPACE


def matches(expected: str, said: str) -> bool:
    """Whether what was said is what a page shows."""
    return OutputChecker().check_output(f"{expected}\n", f"{said}\n", _FLAGS)


def arrows(text: str) -> list[str]:
    """Give what a block is to say, line by line."""
    return [comment.removeprefix(_ARROW).strip() for _, _, comment in _comments(text)]


class PythonSession:
    """One session: what an earlier block defined is there in later ones."""

    def __init__(self, **names: Any) -> None:
        self._names: dict[str, Any] = {
            "__name__": "__main__",
            "__show": _show,
            "__raising": _raising,
            **names,
        }

    def run(self, text: str, file: str = "<page>", line: int = 1) -> str:
        """
        Run a block.

        Args:
            text: The block.

            file: What a traceback calls it.

            line: Where it stands there.

        Returns:
            What it said, without white space at the end of it.
        """
        tree = ast.fix_missing_locations(_Told(text).visit(ast.parse(text, file)))
        ast.increment_lineno(tree, line - 1)
        said = io.StringIO()
        with redirect_stdout(said):
            exec(compile(tree, file, "exec"), self._names)  # noqa: S102
        return said.getvalue().rstrip()

    def run_tests(self) -> None:
        """Run what classes named as tests promise, as pytest does."""
        for name, found in self._names.items():
            if name.startswith("Test") and isinstance(found, type):
                for test in (one for one in dir(found) if one.startswith("test_")):
                    case = found()
                    case.setup_method()
                    try:
                        getattr(case, test)()
                    finally:
                        case.teardown_method()


def _comments(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the arrows of a block: line, column, words."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and token.string.startswith(_ARROW):
            yield *token.start, token.string


class _Told(ast.NodeTransformer):
    """Makes statements with an arrow say what a prompt would say."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._arrows = {line: (column, words) for line, column, words in _comments(text)}

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        arrow = self._arrow(node) if isinstance(node, ast.stmt) else None
        if arrow is None:
            return node
        assert isinstance(node, ast.stmt)
        if isinstance(node, ast.Expr):
            node.value = ast.Call(ast.Name("__show", ast.Load()), [node.value], [])
        if _ERROR.match(arrow):
            context = ast.withitem(ast.Call(ast.Name("__raising", ast.Load()), [], []))
            return ast.copy_location(ast.With([context], [node]), node)
        return node

    def _arrow(self, node: ast.stmt) -> str | None:
        """Find the arrow of a statement: on its last line if it is simple, or just below it."""
        assert node.end_lineno is not None
        column, words = self._arrows.get(node.end_lineno, (0, None))
        if words is not None:
            return None if hasattr(node, "body") else words
        column, words = self._arrows.get(node.end_lineno + 1, (0, None))
        if words is None or column != node.col_offset:
            return None
        return words if self._lines[node.end_lineno].strip() == words else None


def _show(value: object) -> None:
    if value is not None:
        print(repr(value))  # noqa: T201


@contextmanager
def _raising() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # noqa: BLE001
        print(f"{type(error).__name__}: {error}")  # noqa: T201
        for note in getattr(error, "__notes__", ()):
            print(note)  # noqa: T201
    else:
        msg = "the page says that this raises an error, and it does not"
        raise AssertionError(msg)
