# Importing decision records and volumes.

imports-button = Import
imports-title = Import decisions
# $file (String) its name
imports-title-file = Import { $file }
imports-lede = Records or period totals from a CSV, XLSX or JSON Lines file of another program, all rows or none.
# $format (String) its kind, $size (String) length, $columns (Number) columns
imports-file = { $format ->
    [spreadsheet] Spreadsheet
    [json_lines] JSON Lines
   *[other] Text with delimiters
}, { $size }, { $columns ->
    [one] one column
   *[other] { $columns } columns
}. Nothing is changed before you confirm.
imports-system = AI system
imports-drop = Drop a CSV, XLSX or JSON Lines file here
imports-drop-hint = Encoding and delimiter are recognised. Nothing is changed before you confirm.

## Imports that were made
# $count (Number) imports
imports-made = { $count ->
    [0] No import yet
    [one] One import
   *[other] { $count } imports
}
imports-column-file = File
imports-column-mapping = Mapping
imports-column-count = Imported
imports-column-person = Imported by
imports-column-when = When
imports-column-state = Undo
imports-unit-decisions = records
imports-unit-volumes = volumes
# $at (String) formatted time
imports-undone = undone { $at }
imports-undo = Undo import
# $file (String) its name
imports-undo-title = Undo the import of { $file }
# $count (Number) records, $shown (String) the same
imports-undo-text = { $count ->
    [one] One row leaves
   *[other] { $shown } rows leave
} the log and every figure. The history keeps that they were imported, and that the import was undone.

## How the file is read
# $how (String) what was recognised
imports-read-as = Read as: { $how }
imports-content = Content
imports-content-decisions = single decisions
imports-content-volumes = totals of periods
imports-sheet = Sheet
imports-encoding = Encoding
imports-delimiter = Delimiter
imports-delimiter-comma = comma (,)
imports-delimiter-semicolon = semicolon (;)
imports-delimiter-tab = tab
imports-delimiter-bar = bar (|)
# $value (String) what was recognised
imports-recognised = Recognised: { $value }
imports-order = Order of dates
imports-order-unknown = year first
imports-order-dayFirst = day first (24.11.2026)
imports-order-monthFirst = month first (11/24/2026)
imports-zone = Time zone of times without one
imports-time = Time of dates without one
imports-latency = Unit of the time taken
imports-latency-milliseconds = milliseconds
imports-latency-seconds = seconds
imports-latency-minutes = minutes
imports-comma = A comma parts the decimals

## Mapping
imports-take = Use a kept mapping
imports-take-none = Choose
imports-keep = Keep mapping
# $name (String) of the mapping
imports-kept = The mapping “{ $name }” is kept and proposed for files with these headings.
imports-mapping-open = Open mapping file
imports-mapping-write = Save as file
imports-remembered = This mapping was kept for such files.
imports-column-constant = Same for all rows; words
# $count (Number) fields
imports-more-fields = { $count } more fields
# $field (String) its name
imports-add-column = Add a column to { $field }
# $field (String) its name
imports-constant-of = { $field }, the same for all rows
imports-no-constant = None
# $count (Number) words
imports-values = { $count ->
    [0] Words …
    [one] One word …
   *[other] { $count } words …
}
# $field (String) its name
imports-values-title = Words of “{ $field }”
imports-values-hint = Say what each word of the file means. A word that is left as it is must be one that the program knows.
imports-values-free = Say which word is to be kept instead. A word that is left empty is kept as it is.
imports-values-more = There are more words in the file; those that are not known are listed when it is tried.
imports-word-file = In the file
imports-word-ours = Here
imports-word-same = As it is
imports-values-save = Use these words
imports-factor = Multiply by, to get this unit
imports-wide = Each month has a column of its own
imports-wide-field = What the months hold

## Rule
imports-rule = What counts as an override
imports-rule-stated = A column says what was done
imports-rule-stated-hint = The disposition stands in the file, or is the same for all rows.
imports-rule-differs = The decision differs from the AI output
imports-rule-differs-hint = The same counts as accepted, anything else as overridden.
imports-rule-expression = An expression
imports-rule-expression-hint = For sources that tell it by several columns.
imports-expression-overridden = Overridden when
imports-expression-modified = Modified when
imports-expression-hint = Expressions are in CEL. A column is row["heading"]; numbers are numbers, empty cells are null.
imports-only = Take only rows for which this holds
imports-only-hint = An expression; empty takes all rows.

## Preview and try
# $count (Number) rows
imports-preview = { $count ->
    [one] The first row
   *[other] The first { $count } rows
}
# $taken and $all (String) rows
imports-taken = { $taken } of { $all } can be imported as they stand.
imports-not-yet = The rows stand as they are in the file until the mapping holds.
imports-rows = First rows
imports-remark = Remark
imports-left-out = left out by the mapping
imports-try = Try the whole file

## Progress and end
imports-progress = Progress of the import
# $share (String) per cent
imports-line = Import: { $share }
# $share (String) per cent, $rows and $problems (String)
imports-so-far = { $share } read; rows: { $rows }, problems: { $problems }
# $file (String) its name
imports-phase-none = No import is going on
imports-phase-running = Reading { $file }
imports-phase-clearing = Tidying up after { $file }
imports-phase-tried = { $file } was tried; nothing is imported yet
imports-phase-imported = { $file } is imported
imports-phase-refused = { $file } was not imported
imports-phase-cancelled = Cancelled; nothing of { $file } was imported
imports-phase-undone = The import of { $file } was undone
# $count (Number) and $shown (String) records
imports-fresh-decisions = { $count ->
    [0] No record is new.
    [one] One record is new.
   *[other] { $shown } records are new.
}
imports-fresh-volumes = { $count ->
    [0] No volume is new.
    [one] One volume is new.
   *[other] { $shown } volumes are new.
}
# $count (String) rows
imports-known = Already in the log and left alone: { $count }.
imports-repeated = More than once in the file, counted once: { $count }.
imports-left-out-count = Left out by the mapping: { $count }.
# $from and $to (String) formatted times
imports-span = Decided from { $from } to { $to }.
# $count (Number) and $shown (String) values
imports-problems = { $count ->
    [one] One value can’t be imported. As long as one can’t, nothing is imported.
   *[other] { $shown } values can’t be imported. As long as one can’t, nothing is imported.
}
imports-problems-save = Save the list
imports-problems-file = rows-that-cannot-be-imported.xlsx
# $count (String) records
imports-start = Import { $count }
imports-to-log = Show in the log
imports-to-analysis = Show the analysis
imports-back = Back to the mapping
imports-other-file = Another file

## Values that can’t be imported, one message per code
# $value (String) the value as it stands
import-row-blank = This is empty but needed
import-row-no-date = “{ $value }” is no date
import-row-no-time = “{ $value }” has no time that can be read
import-row-date-order = “{ $value }”: say whether day or month stands first
import-row-no-such-time = “{ $value }” is skipped by the clocks of the time zone
import-row-no-number = “{ $value }” is no number
import-row-not-whole = “{ $value }” is no whole number
import-row-negative = “{ $value }” is below zero
import-row-not-yes-or-no = “{ $value }” is neither yes nor no
import-row-unknown-value = “{ $value }” is not known; say under Words what it means
import-row-unknown-reason = “{ $value }” is no reason of this AI system; say under Words what it means, or add it
import-row-other-system = “{ $value }” is another AI system
import-row-undecided = The expression says neither yes nor no
import-row-future = “{ $value }” lies in the future
import-row-too-early = “{ $value }” lies before 1990
import-row-period = “{ $value }” is not over, or no day, week or month
import-row-too-long = “{ $value }” is too long
import-row-latency-too-long = More than a year lies between result and decision
import-row-before-result = The decision lies before the AI’s result
import-row-out-of-range = “{ $value }” is outside of what is allowed
import-row-outcome-missing = Time or source of an outcome without the outcome
import-row-parts = The parts come to more than was issued
import-row-too-many-values = The row has more values than there are headings
import-row-error-cell = The cell holds an error of the spreadsheet
import-row-not-an-object = The line is no JSON object
import-row-nul = This holds a character that no text has
