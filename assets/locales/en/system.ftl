# AI systems: list, page, form, import.

## List
# $count (Number) AI systems
system-title = { $count ->
    [0] AI systems
    [one] One AI system
   *[other] { $count } AI systems
}
# $inUse (Number) AI systems in use, $unsigned (Number) those of them without a signed assessment
system-lede = { $inUse ->
    [0] None in use.
    [one] One in use, { $unsigned ->
        [0] with
       *[other] without
    } a signed assessment.
   *[other] { $inUse } in use, { $unsigned ->
        [0] all with
       *[other] { $unsigned } without
    } a signed assessment.
}
system-add = Add AI system
system-import = Import
system-export = Export
system-export-title = Export the list of AI systems
system-export-file = ai-systems.xlsx
# $path (String) of the file, $size (String) of the file
system-exported = Written to { $path }, { $size }.
system-search = Search systems
system-any-phase = Any phase
system-any-area = Any key area
system-any-grade = Any grade
system-unsigned = In use, not signed
system-columns = Columns
system-columns-title = Columns of the list
# $shown and $all (Number) AI systems
system-shown = { $shown } of { $all } shown
system-none-found = No AI system fits
system-none-found-text = Nothing fits the search and the filters together.
system-clear = Clear search and filters

## Page
# $name and $version (String) of the AI system
system-name-version = { $name } { $version }
# $area (String) key area, $phase (String) phase
system-page-lede = { $area } · { $phase }
system-continue = Continue assessment
system-assess = Start assessment
system-grade-draft = Residual risk grade so far (draft)
# $interval (String) the interval in words
system-interval = Interval: { $interval }
# $count (Number) assessments
system-assessments = { $count ->
    [0] No assessment yet
    [one] One assessment
   *[other] { $count } assessments
}
system-no-assessment = An assessment leads through clauses (a) to (i) of section 6.3 and grades the risk that remains.
system-column-depth = Depth
# $answered and $inScope (Number) questions
system-answered = { $answered } of { $inScope }
system-actions = Actions of this system

## Form
system-new = Add an AI system
# $name (String) of the AI system
system-change = Change { $name }
system-form-lede = Only the name is needed to begin; what is not known yet can follow.
system-save = Save AI system
# $name (String) of the AI system
system-saved = { $name } is saved.
system-name-missing = Enter a name for the AI system
system-group-identity = What it is
system-group-use = What it is used for
system-group-data = Data it handles
system-group-filing = Filing and protection
system-filing-hint = As far as they apply. They are printed in the report and looked at in clauses (c), (e) and (g).
system-decision-points-hint = The decisions or tasks in which it takes part, one per line.
system-scale-example = such as: 900 cases a week
system-autonomy-example = such as: proposes, an officer decides
# $level (Number) 1 to 5
system-protection-level = Level { $level }
system-field-name = Name
system-field-reference = Own number
system-field-supplier = Supplier
system-field-model = Model or algorithm
system-field-version = Exact version
system-field-purpose = Purpose
system-field-decisionPoints = Decision points
system-field-keyArea = Key area
system-field-unit = Responsible unit
system-field-dataGrades = Data grades
system-field-affected = Who is affected
system-field-scale = Scale
system-field-autonomy = Autonomy
system-field-phase = Phase
system-field-protectionLevel = Classified protection level
system-field-protectionNumber = Classified protection filing number
system-field-cryptographyAssessedOn = Cryptography assessment
system-field-impactAssessedOn = Personal-information impact assessment
system-field-modelFilingNumber = Algorithm or model filing number
system-field-criticalInfrastructure = Critical information infrastructure
system-field-personalInformation = Handles personal information
system-field-importantData = Handles important data
system-field-crossBorder = Data leaves the country

## Import
import-title = Import AI systems
import-lede = From a CSV or XLSX file with one AI system a row and a heading row above.
import-drop = Drop a CSV or XLSX file here
import-drop-hint = UTF-8 and GB18030 are recognised. Nothing is changed before you confirm.
# $file (String) name, $rows (Number) rows, $encoding (String) its name
import-read = { $file }: { $rows ->
    [one] one row
   *[other] { $rows } rows
}, { $encoding }
import-other = Another file
# $count (Number) AI systems
import-commit = { $count ->
    [one] Import one system
   *[other] Import { $count } systems
}
import-mapping = Which column is what
import-column-field = Fact
import-column-file = Column of the file
import-column-example = For example
import-choose = Choose a column
import-leave = Leave empty
# $count (Number) columns, $columns (String) their headings
import-unused = { $count ->
    [one] One column is not imported: { $columns }
   *[other] { $count } columns are not imported: { $columns }
}
import-preview = What will be imported
import-name-needed = Choose the column that holds the name of the system.
# $count (Number) rows
import-valid = { $count ->
    [0] No row can be imported.
    [one] One row can be imported.
   *[other] { $count } rows can be imported.
}
# $count (Number) rows
import-known = { $count ->
    [one] One is in the workspace already and is left alone.
   *[other] { $count } are in the workspace already and are left alone.
}
# $count (Number) values
import-bad = { $count ->
    [one] One value can’t be imported; its row is left out.
   *[other] { $count } values can’t be imported; their rows are left out.
}
import-problems = Values that can’t be imported
# $count (Number) values
import-problems-first = The first { $count } are listed.
import-line = Line
import-wrong = What is wrong
# $count (Number) AI systems
import-first = { $count ->
    [one] The first
   *[other] The first { $count }
}
# $added and $known (Number) AI systems
import-done = { $added ->
    [one] One AI system was imported.
   *[other] { $added } AI systems were imported.
} { $known ->
    [0] {""}
    [one] One was there already.
   *[other] { $known } were there already.
}

## Values that can't be imported, one message per code
# $value (String) the value as it stands
import-name-empty = The name is empty
import-unknown-value = “{ $value }” is not a value known here
import-not-a-date = “{ $value }” is not a day such as 2026-11-24
import-not-a-level = “{ $value }” is not a level from 1 to 5
import-too-long = “{ $value }” is too long
import-duplicate-reference = “{ $value }” stands in an earlier row too
