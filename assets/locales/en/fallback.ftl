# Fallback plans, authorisation matrices, stop tests, drills and their stopwatch.

fallback-title = { $count ->
    [0] Every AI system has a fallback plan
    [one] One AI system has no fallback plan
   *[other] { $count } AI systems have no fallback plan
}
fallback-lede = How work goes on when an AI system fails, and how often drills have shown that it does.
fallback-plan = Fallback plan
fallback-plan-new = Write a plan
fallback-whole = The system as a whole
fallback-complete = complete and approved
fallback-gaps = { $count ->
    [one] one thing is missing
   *[other] { $count } things are missing
}
fallback-limit = Longest time
fallback-tier = tier { $tier }
fallback-tier-unknown = tier { $tier } assumed
fallback-last = Last drill
fallback-no-drill = no finished drill in 12{"\u00A0"}months
fallback-drill-running = running
fallback-share = Drills in time
fallback-bound = at least { $share } with 95 %
fallback-not-shown = not demonstrated
fallback-matrix = Authorisation matrix
fallback-matrix-new = Set up the matrix
fallback-version = version { $version }
fallback-approved = approved
fallback-draft = not approved
fallback-stop = Stop test
fallback-not-tested = not tested
fallback-drill-new = Prepare a drill
fallback-running = A drill is running: { $system }. Go to its stopwatch.
fallback-unassigned = A drill of “{ $named }” was recorded while the workspace was locked. Say which AI system was meant.
fallback-empty = There is no AI system yet
fallback-empty-text = Add an AI system first; then write down how work goes on without it.
fallback-ours = The longest times by tier are this project’s own, not the framework’s. A drill counts as in time when manual work was running within the time that held when it began; aborted and unfinished drills count as failed.
minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
drill-word = Drill
drill-title = Drill: { $system }
drill-lede = { $announced ->
    [yes] Announced.
   *[no] Not announced.
} Scenario: { $scenario }
drill-no-scenario = not written down
drill-watch = Stopwatch
drill-since-fault = Since the fault
drill-since-resumed = Since the first mark of this recording
drill-left = { $time } left of { $limit } minutes
drill-over-limit = { $time } beyond the limit of { $limit } minutes
drill-blind = Set the mark that comes next: keys 1 to 6.
drill-earlier = Recorded before, or left out
drill-key-space = Space
drill-next-hint = The moment is recorded at once and can be taken back for 10 seconds. Keys 1 to 6 set the marks.
drill-all-marked = Everything is marked. End the drill when the observers agree.
drill-state-finished = The drill is finished.
drill-state-aborted = The drill was aborted and counts as failed.
drill-finish = End the drill
drill-withdraw = Take the last mark back
drill-abort = Abort the drill
drill-abort-title = Abort the drill?
drill-abort-reason = Why it is aborted
drill-note = Add a note
drill-note-text = Note
drill-backlog = Backlog
drill-errors = Errors
drill-backlog-one = One more case waits
drill-errors-one = One more error
drill-backlog-set = Set the backlog
drill-errors-set = Set the errors
drill-peak = { $count } at the most
drill-count = How many
drill-count-wrong = Enter a whole number
drill-marks = Moments
drill-mark = Mark
drill-mark-fault = Fault
drill-mark-noticed = Noticed
drill-mark-decided = Decided
drill-mark-manual = Manual work running
drill-mark-first_case = First case done
drill-mark-restored = Restored
drill-after = { $time } after the fault
drill-source-wall = (by the time of day)
drill-source-unknown = (can’t be told)
drill-saved-at-once = Each mark is saved at once.
drill-jump-back = The computer’s clock was set back by { $time } during the drill. The times here are those of a clock that can’t be set, so they stay right.
drill-jump-forth = The computer’s clock was set forward by { $time } during the drill. The times here are those of a clock that can’t be set, so they stay right.
drill-jump-restart = The computer was started anew during the drill. The time across the restart is that of the time of day, and marked so.
drill-jump-unknown = The computer was started anew during the drill and its clock then said an earlier time. The time across the restart can’t be told, so the drill shows no success.
drill-plan = Fallback plan
drill-plan-version = Fallback plan, version { $version }
drill-no-plan = There is no plan for this system yet. The drill shows what people do without one.
drill-compare = Compared with the limit
drill-limit = Limit
drill-verdict = This drill
drill-verdict-open = not decided
drill-verdict-within = in time
drill-verdict-late = too late
drill-verdict-failed = failed
drill-last = The one before
drill-success = Earlier drills in time
drill-share = { $count } of { $of }
drill-bound = Share, lower bound at 95 %
drill-ours = The limit is the plan’s own, else this project’s for the application tier; it is not the framework’s. The bound is exact and one-sided.
drill-none-before = There is no earlier drill: nothing is demonstrated yet.
drill-notes = Notes of observers
drill-locked-by = recorded while locked
drill-aside = { $count ->
    [one] One entry was recorded out of order while the workspace was locked. It is kept and not counted.
   *[other] { $count } entries were recorded out of order while the workspace was locked. They are kept and not counted.
}
drill-unassigned = This drill was recorded while the workspace was locked, for “{ $named }”.
drill-choose-system = Choose the AI system
drill-assign = This one was meant
drill-assigned = The drill belongs to this AI system now.
drill-scenario = Scenario: what fails, and how
drill-observers = Observers
drill-planned-for = Planned for
drill-announced = Participants were told in advance
drill-to-watch = Go to the stopwatch
plan-title = Fallback plan: { $system }
plan-lede = Version { $version }, by { $by }, { $at }
plan-new-lede = Write so that somebody who has never done it can begin.
plan-trigger = Trigger
plan-trigger-hint = What makes people switch, as something that can be seen.
plan-decider = Who decides
plan-decider-hint = A post and its deputy, with how to reach them.
plan-manualMethod = Manual method
plan-manualMethod-hint = One step per line; the stopwatch shows them.
plan-people = People and skills
plan-people-hint = One post per line, with what they must be able to do.
plan-materials = Materials kept offline
plan-materials-hint = One thing per line, with where it is kept.
plan-wayBack = Way back
plan-wayBack-hint = Who decides that the AI comes back, and what is checked before.
plan-catchUp = Catching up the backlog
plan-catchUp-hint = How what was left is done, and by when.
plan-capacity = Cases an hour by hand
plan-load = Cases an hour that come in
plan-limit = Longest time in minutes
plan-limit-reason = Why it differs
plan-limit-hint = Application tier { $tier } allows { $count } minutes; that time is ours. A shorter one needs no reason, a longer one does.
plan-limit-unknown = No assessment says the application tier yet; tier { $tier } with { $count } minutes is assumed. A longer time needs a reason.
plan-number-wrong = Enter a number such as 12 or 7.5
plan-nothing = nothing written
plan-save = Save as a new version
plan-version-saved = Version { $version } is saved.
plan-approve = Approve this version
plan-approve-first = The form holds another text than the version that would be approved. Save it first.
plan-approved = The plan is approved.
plan-approved-by = approved by { $by }
plan-lacks = { $count ->
    [one] One thing is missing:
   *[other] { $count } things are missing:
}
plan-gap-trigger = It is not said what makes people switch.
plan-gap-decider = It is not said who decides.
plan-gap-manual_method = It is not said how the work is done by hand.
plan-gap-people = People and skills are not named.
plan-gap-materials = Materials that are kept offline are not named.
plan-gap-capacity = It is not known how many cases people can do in an hour.
plan-gap-load = It is not known how many cases come in in an hour.
plan-gap-shortfall = People fall short of the load, and nothing says what becomes of the rest.
plan-gap-way_back = The way back is not described.
plan-gap-catch_up = It is not said how the backlog is caught up.
plan-gap-limit = A longer time than the tier’s is allowed without a reason.
plan-gap-approval = Nobody has approved this version.
plan-shortfall = By hand, people fall short by { $cases } cases an hour: the backlog grows by that much.
plan-versions = Versions
plan-version = Version { $version }, { $by }, { $at }
plan-take-back = Put its text into the form
plan-overwrite-title = Replace what is in the form?
plan-overwrite-text = The form holds text that is not saved in any version. It would be lost.
plan-overwrite-go = Replace the text
matrix-title = What { $system } may do
matrix-lede = List each kind of operation: what the AI may do alone, what after approval, what never, and who stops it.
matrix-action = Operation
matrix-action-place = Operation { $place }
matrix-permission = The AI may do it
permission-never = never
permission-after_approval = after approval
permission-alone = alone
matrix-approver = Approved by
matrix-approver-none = not needed
matrix-stopper = Stopped by
matrix-stop-method = Stopped how
matrix-expires = Holds until
matrix-remove = Remove “{ $action }”
matrix-add = Add an operation
matrix-note = What changes
matrix-empty = No operation is listed yet.
matrix-saved = The matrix is saved as a new version.
matrix-approved = The matrix is approved.
matrix-gap = “{ $action }”: { $gap }
matrix-gap-approver = nobody is named who approves.
matrix-gap-stopper = nobody is named who may stop it.
matrix-gap-stop_method = it is not said how it is stopped.
matrix-gap-expired = it has expired, so it is forbidden now.
matrix-first = No earlier approved version
matrix-compared = Compared with version { $version }, approved before
matrix-same = Nothing differs.
matrix-change-added = Added:
matrix-change-removed = Removed:
matrix-change-widened = Widened:
matrix-change-narrowed = Narrowed:
matrix-change-reworded = Reworded:
matrix-from-to = from { $from } to { $to }
stop-title = Stop tests
stop-add = Record a stop test
stop-empty = No stop test is recorded yet.
stop-day = Day
stop-tester = Tested by
stop-tested-by = tested by { $tester }
stop-result = Result
stop-result-stopped = stopped
stop-result-partly = stopped in part
stop-result-not_stopped = did not stop
stop-after = Seconds until it had stopped
stop-seconds = { $count ->
    [one] after { $shown } second
   *[other] after { $shown } seconds
}
stop-saved = The stop test is recorded.
locked-title = Record times without unlocking
locked-recording = Recording: { $system }
locked-lede = Use this for a real failure or for a drill; either is kept as a drill. What is recorded is encrypted at once and taken in when the workspace is next unlocked.
locked-back = Back to unlocking
locked-safe = { $count ->
    [one] One entry is encrypted and safe.
   *[other] { $count } entries are encrypted and safe.
}
locked-waiting = { $count ->
    [one] Times were being recorded here; the one entry is safe.
   *[other] Times were being recorded here; the { $count } entries are safe.
} Unlock to see them, or go on recording.
locked-resume = Go on recording
locked-resumed = The program was closed in between. The marks made before are encrypted to the workspace and can’t be shown here; their times are kept, and everything comes together when the workspace is unlocked.
locked-named = AI system
locked-named-hint = As people call it; the name or number in the inventory is recognised.
locked-drill-only = For a drill only
locked-begin = Begin
locked-no-file = Choose a workspace on the first screen.
matrix-change-same = Same:
