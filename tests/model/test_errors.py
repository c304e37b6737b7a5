"""Errors: one tree, shown in the module's own words, each branch with its own exit code."""

import foedus.model.errors as tree
from foedus.model.errors import FoedusError


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    drawn = [line.split()[1] for line in (tree.__doc__ or "").splitlines() if line.startswith(("├", "└"))]
    assert drawn == [kind.__name__ for kind in FoedusError.__subclasses__() if kind.__module__ == tree.__name__]


def test_each_branch_ends_a_command_with_its_own_code() -> None:
    codes = [kind.exit_code for kind in FoedusError.__subclasses__() if kind.__module__ == tree.__name__]
    assert codes == sorted(set(codes)) == [2, 3, 4, 5]
