"""`foedus review`: a person's judgement of claims, names and sources."""

import typer

from foedus.cli import review_claims, review_knowledge, review_views

app = typer.Typer(name="review", rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def review(context: typer.Context) -> None:
    """Judge claims: accept, correct, reject, add.

    Every judgement is kept with who made it, when and why, beside what the reader gave, and can be taken back.

    \b
    Examples:
      foedus review queue --doubtful
      foedus review accept 81c2 --reason "read the communiqué"
      foedus review correct 81c2 stage=ordered recipient=ARM
      foedus review history 81c2
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


for command in (
    review_views.queue,
    review_claims.accept,
    review_claims.correct,
    review_claims.reject,
    review_claims.split,
    review_claims.merge,
    review_claims.add,
    review_knowledge.link,
    review_knowledge.unlink,
    review_knowledge.depend,
    review_knowledge.independ,
    review_knowledge.dependences,
    review_views.undo,
    review_views.history,
    review_views.agreement,
):
    app.command()(command)
