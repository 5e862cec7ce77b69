"""When a count that went up may be said to rise."""

# Fewer than these are never said to rise: two or three more are chance.
LEAST_RISING = 10


def is_rising(now: int, before: int) -> bool:
    """Whether a count rose by more than chance moves it.

    Two counts of rare, independent things differ by chance by about the root of their sum; twice
    that is passed once in forty times (Poisson, normal approximation).
    """
    return now >= LEAST_RISING and now > before and (now - before) ** 2 >= 4 * (now + before)
