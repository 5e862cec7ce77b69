"""The test of whether a count has risen."""

# Lower counts never count as rising: two or three more are chance.
MIN_RISING = 10


def is_rising(now: int, before: int) -> bool:
    """Return whether the increase is significant: more than 2σ.

    Two independent counts of rare events differ by chance by about the root of their sum; twice
    that is exceeded once in forty times (Poisson, normal approximation).
    """
    return now >= MIN_RISING and now > before and (now - before) ** 2 >= 4 * (now + before)
