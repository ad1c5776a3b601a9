# Figures of decision records: how each is made, what to know about it, and charts.

## Charts
chart-export = Save
chart-export-title = Save the figure
# $path (String) of the file
chart-exported = Written to { $path }.
chart-show-table = As table
chart-show-picture = As picture
# $title (String) of the chart
chart-points = Values of “{ $title }”
chart-hint = Arrow keys look at each value, Enter opens its records.

## How a figure is made, one message a method
figure-method-wilson = A share with Wilson’s interval, which holds for few records too.
figure-method-volumes = A share of the totals that were stated for the period, with Wilson’s interval.
figure-method-p_chart = A control chart of shares: limits at three standard deviations, moving with the number of decisions.
figure-method-p_prime_chart = A control chart of shares after Laney: the limits allow for more variation than chance.
figure-method-u_chart = A control chart of events by exposure: limits at three standard deviations.
figure-method-u_prime_chart = A control chart of events by exposure after Laney: the limits allow for more variation than chance.
figure-method-exact_poisson = Events by exposure with the exact Poisson interval.
figure-method-kappa = Cohen’s kappa takes off what would agree by chance; it stands beside the plain share, PABAK and AC1.
figure-method-pareto = Reasons by how often they were given; “other” and none stand last.
figure-method-outcome_bounds = Only decisions whose outcome is known are counted; the bounds say where the figure of all could lie.
figure-method-mc_nemar = McNemar’s exact test of cases in which exactly one of the two was right.
figure-method-reliance = From the first to the final judgement: who changed to a right answer, who kept one.
figure-method-volume_signal = Judged by the exact upper bound of the override rate against the rate below which looking is doubted.
figure-method-strong_signal = Judged by whether people override less than the AI is known to err.
figure-method-speed_signal = Judged by how long a decision took.
figure-method-seeded_signal = Judged by how many known wrong samples were caught.
figure-method-rejection_signal = Judged by the exact lower bound of the override rate against nearly all.
figure-method-pairs = Every two decisions on like cases are compared: the share that differ is the chance that two taken at random do.
figure-method-chi_square = A chi-square test of whether the rates of reviewers differ more than chance.
figure-method-permutation = A permutation test of whether reviewers differ more than chance, since counts are small.
figure-method-standardised = Overrides against what the same mix of cases leads to expect.

## What to know about a figure, one message a caveat
figure-caveat-no_data = There is no record to count.
figure-caveat-few = Fewer than 20 records: the counts say more than the rate.
figure-caveat-only_overrides = Only refusals are logged and no totals say of how many, so there is no rate.
figure-caveat-from_volumes = The denominator is a stated total, not single records.
figure-caveat-volumes_differ = The stated totals differ from what is logged.
figure-caveat-volumes_too_coarse = A stated total covers more than one period of the chart and is left out of it.
figure-caveat-volumes_not_split = The stated totals say nothing about the chosen records.
figure-caveat-clustered = Decisions of one reviewer resemble each other, so the interval may be too narrow; a wider one stands with the exact numbers.
figure-caveat-modified_counts = An output used after a change counts as an override.
figure-caveat-modified_does_not_count = An output used after a change does not count as an override.
figure-caveat-seeded_included = Known wrong samples are among the records.
figure-caveat-no_direction = Some overrides have no direction.
figure-caveat-provisional = The limits are provisional: the baseline has fewer than 20 periods.
figure-caveat-new_baseline = The baseline begins anew where the model version changed.
figure-caveat-small_counts = Few overrides are expected in a period, so the limits are exact ones.
figure-caveat-overdispersed = The periods vary more than chance, and the limits are widened for it.
figure-caveat-nothing_overridden = Nothing was overridden in the baseline, so there are no limits.
figure-caveat-everything_overridden = Everything was overridden in the baseline, so there are no limits.
figure-caveat-low_side = A low or falling rate is a signal too.
figure-caveat-concordance = The person had seen the AI’s answer, so this is concordance, not independent agreement.
figure-caveat-not_estimable = There is one label only, so agreement can’t be told from chance.
figure-caveat-prevalence = One label is so frequent that kappa is low in spite of high agreement.
figure-caveat-too_many_labels = There are too many different labels for a table.
figure-caveat-thinned = The texts of some records were erased.
figure-caveat-poorly_coded = More than a tenth of the overrides have no reason or “other”.
figure-caveat-same_text = More than half carry the same words.
figure-caveat-outcomes_missing = Some outcomes are not known.
figure-caveat-selective = The decision decides which outcomes become known, so bounds are given and no point.
figure-caveat-no_discordant = There is no override in which exactly one of AI and person was right.
figure-caveat-not_proof = It is no proof: a very good AI looks alike.
figure-caveat-cannot_tell = There are too few records to tell.
figure-caveat-no_times = No times are logged.
figure-caveat-no_minimum = No least time of a look is declared.
figure-caveat-not_seeded = No known wrong samples were mixed in.
figure-caveat-no_category = Cases have no category, so only the AI output makes them alike.
figure-caveat-reviewer_unstated = Some records name no reviewer.
figure-caveat-nothing_to_compare = There are fewer than two reviewers, or nothing that varies.
figure-caveat-small_expected = Few overrides are expected of a reviewer, so the permutation test counts.
figure-caveat-reviewers_hidden = Reviewers with fewer than ten decisions are not shown.
figure-caveat-no_ranking = Reviewers are not ranked.
figure-caveat-corrected = P-values are corrected for the number of reviewers.

## What may be true of a record, one message a mark
mark-stricter = stricter than the AI
mark-more_lenient = more lenient than the AI
mark-no_direction = without a direction
mark-labelled = output and final decision given
mark-final_as_ai = decided as the AI said
mark-outcome_known = outcome known
mark-outcome_unknown = outcome not known
mark-ai_right = AI was right
mark-ai_wrong = AI was wrong
mark-person_right = person was right
mark-first_known = first judgement given
mark-first_as_ai = first judgement as the AI said
mark-first_right = first judgement was right
mark-first_wrong = first judgement was wrong
mark-timed = time taken logged
mark-under_two_seconds = under two seconds
mark-seeded = known wrong sample
mark-not_seeded = no known wrong sample
mark-entered_late = entered late
log-further = Further filters
log-take-away = Take this filter away
