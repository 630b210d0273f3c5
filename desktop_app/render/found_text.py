"""What a search found as JSON and as lines of text, for `yidi search`."""

from desktop_app.domain.found import Found
from desktop_app.domain.message import Message, message


def found_document(found: Found) -> dict[str, object]:
    """What was found: its kind, title and detail, where it leads, and how well it fits."""
    return {
        "kind": found.kind.value,
        "title": found.title,
        "detail": found.detail,
        "target": found.target,
        "fit": found.fit.name.lower(),
    }


def found_message(found: Found) -> Message:
    """What was found on one line: its kind, title and detail."""
    kind = message(f"rulebook.everything.kind.{found.kind.value}")
    return message("rulebook.everything.found", kind=kind, title=found.title, detail=found.detail)
