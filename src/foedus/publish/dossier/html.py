"""A dossier as one HTML page that needs nothing else: no script, no picture, its style within."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from foedus.model.dossier import ToldDossier
from foedus.publish.dossier.composing import Composer


def as_html(told: ToldDossier, lang: str) -> str:
    """The whole page; every word of the dossier is escaped."""
    template = _environment().get_template("dossier.html.jinja")
    return template.render(told=told, dossier=told.dossier, changed=told.changed, say=Composer(lang), lang=lang)


@cache
def _environment() -> Environment:
    """A name that the template does not know is an error, never silence."""
    return Environment(
        loader=PackageLoader("foedus.publish.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
