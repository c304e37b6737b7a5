"""Lines that a mail program broke to send them, put together again (RFC 3676, `format=flowed`)."""


def unflowed(text: str, *, delete_space: bool) -> str:
    """Each line that ends with a space goes on in the next of the same depth of quotation."""
    found: list[str] = []
    depth, open_end = 0, False
    for line in text.splitlines():
        bare = line.lstrip(">")
        quoted = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        signature = bare == "-- "
        if open_end and quoted == depth and not signature:
            found[-1] += bare
        else:
            found.append(f"{'>' * quoted} {bare}" if quoted else bare)
        open_end = bare.endswith(" ") and not signature
        depth = quoted
        if open_end and delete_space:
            found[-1] = found[-1][:-1]
    return "\n".join(found)
