"""How many due dates a second numpy gives on one core: the same questions and days off as
crates/calendar/benches/due_dates.rs. Days worked in exchange it can't count."""

import time

import numpy

OFF = [
    ("2024-02-08", "2024-02-14"),
    ("2025-01-27", "2025-01-31"),
    ("2026-02-16", "2026-02-20"),
    ("2027-02-04", "2027-02-10"),
]
holidays = numpy.concatenate([numpy.arange(first, numpy.datetime64(last) + 1, dtype="datetime64[D]") for first, last in OFF])
calendar = numpy.busdaycalendar(holidays=holidays)
random = numpy.random.default_rng(20260724)
accepted = numpy.datetime64("2024-01-01") + random.integers(0, 3 * 365, 1 << 16)
amounts = random.integers(1, 61, 1 << 16)

ROUNDS = 50
begun = time.perf_counter()
for _ in range(ROUNDS):
    numpy.busday_offset(accepted, amounts, roll="backward", busdaycal=calendar)
print(ROUNDS * accepted.size / (time.perf_counter() - begun))
