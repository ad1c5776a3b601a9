# Why a grading method or an input of `method grade` and `method clause-level` is refused: one
# message per code, `refusal-` and the code.
#
# $place (String) where: a path into the JSON such as /risks/3.1.1e/L, or line and column
# $value (String) the offending value, id or length

refusal-not-json = { $place }: this is not JSON. Check the brackets, commas and quotation marks there.
refusal-not-object = { $place }: an object in braces is expected here, not { $value }.
refusal-not-list = { $place }: a list in square brackets is expected here, not { $value }.
refusal-not-integer = { $place }: a whole number is expected here, not { $value }.
refusal-not-boolean = { $place }: true or false is expected here, not { $value }.
refusal-not-text = { $place }: a text in quotation marks is expected here, not { $value }.
refusal-missing = { $place }: this entry is missing or empty. Add it.
refusal-duplicate-key = { $place }: the key { $value } stands here twice. Remove one.
refusal-unknown-key = { $place }: the key { $value } has no meaning here. Correct or remove it.
refusal-unknown-risk = { $place }: the framework has no risk { $value }. Correct the id.
refusal-unknown-control = { $place }: the method has no measure or clause { $value }. Correct the id.
refusal-unknown-question = { $place }: { $value } is none of the questions allowed here. Correct the id.
refusal-unknown-word = { $place }: { $value } is none of the words allowed here. Correct it.
refusal-out-of-range = { $place }: { $value } is outside the allowed range. Correct it.
refusal-negative = { $place }: { $value } is below zero, which only a shift may be. Correct it.
refusal-wrong-length = { $place }: this list has the wrong number of entries ({ $value }). Correct it.
refusal-repeated = { $place }: { $value } is listed twice. Remove one.
refusal-not-version = { $place }: { $value } is not a version of the form 1.2.3. Correct it.
refusal-falls = { $place }: { $value } is lower than the entry before it, so that worse would grade better. Raise it.
refusal-low-tier-cap-lower = { $place }: a cap for low tiers is below the cap for the other tiers. Raise it.
refusal-band-too-narrow = { $place }: { $value } lies 100 points or less above the edge before it. Move it further up.
refusal-decay-above-half = { $place }: with { $value } the decay is above one half. Lower it.
