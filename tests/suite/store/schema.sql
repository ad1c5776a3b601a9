CREATE TABLE action (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        title TEXT NOT NULL CHECK (title <> ''),
        system BLOB NOT NULL REFERENCES system (id),
        assessment BLOB REFERENCES assessment (id),
        target TEXT NOT NULL CHECK (json_valid(target)),
        owner TEXT NOT NULL,
        due TEXT,
        state TEXT NOT NULL
            CHECK (state IN ('open', 'in_progress', 'done', 'closed', 'dropped')),
        note TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        added_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE INDEX action_assessment ON action (assessment) WHERE assessment IS NOT NULL;

CREATE INDEX action_finding ON action (json_extract(target, '$.id'), state, due, owner)
        WHERE json_extract(target, '$.kind') = 'finding';

CREATE INDEX action_system ON action (system, state, due);

CREATE TABLE answer (
        assessment BLOB REFERENCES assessment (id),
        question TEXT NOT NULL,
        value TEXT CHECK (value IN ('met', 'partly', 'not_met', 'unknown', 'na', 'not_yet_due')),
        note TEXT NOT NULL,
        na_reason TEXT NOT NULL,
        saved_by BLOB NOT NULL REFERENCES person (id),
        saved_at INTEGER NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1)
    ) STRICT;

CREATE INDEX answer_assessment ON answer (assessment);

CREATE UNIQUE INDEX answer_key ON answer (coalesce(assessment, zeroblob(16)), question);

CREATE TRIGGER answer_added_to_final BEFORE INSERT ON answer
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = NEW.assessment AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TRIGGER answer_of_final_changed BEFORE UPDATE ON answer
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id IN (OLD.assessment, NEW.assessment)
            AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TRIGGER answer_taken_from_final BEFORE DELETE ON answer
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = OLD.assessment AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TABLE assessment (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        period_from TEXT NOT NULL,
        period_to TEXT NOT NULL CHECK (period_to >= period_from),
        phase TEXT NOT NULL,
        depth TEXT NOT NULL,
        profile TEXT,
        context TEXT NOT NULL CHECK (json_valid(context)),
        state TEXT NOT NULL
            CHECK (state IN ('draft', 'in_review', 'approved', 'signed', 'superseded')),
        begun_by BLOB NOT NULL REFERENCES person (id),
        begun_at INTEGER NOT NULL,
        submitted_by BLOB REFERENCES person (id),
        submitted_at INTEGER,
        approved_by BLOB REFERENCES person (id),
        approved_at INTEGER,
        signers TEXT NOT NULL CHECK (json_valid(signers)),
        revision INTEGER NOT NULL CHECK (revision >= 1)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX assessment_system ON assessment (system, begun_at);

CREATE TRIGGER assessment_approved_is_not_reworded BEFORE UPDATE ON assessment
    WHEN OLD.state IN ('approved', 'signed') AND (NEW.id <> OLD.id OR NEW.system <> OLD.system
        OR NEW.period_from <> OLD.period_from OR NEW.period_to <> OLD.period_to
        OR NEW.phase <> OLD.phase OR NEW.depth <> OLD.depth
        OR NEW.profile IS NOT OLD.profile OR NEW.context <> OLD.context
        OR NEW.begun_by <> OLD.begun_by OR NEW.begun_at <> OLD.begun_at)
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TRIGGER assessment_kept BEFORE DELETE ON assessment WHEN OLD.state <> 'draft'
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TRIGGER assessment_signed_keeps_its_acts BEFORE UPDATE ON assessment
    WHEN OLD.state = 'signed' AND (NEW.submitted_by IS NOT OLD.submitted_by
        OR NEW.submitted_at IS NOT OLD.submitted_at
        OR NEW.approved_by IS NOT OLD.approved_by OR NEW.approved_at IS NOT OLD.approved_at
        OR NEW.signers <> OLD.signers)
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TRIGGER assessment_steps_back_from_final BEFORE UPDATE ON assessment
    WHEN OLD.state = 'superseded' OR (OLD.state = 'signed' AND NEW.state <> 'superseded')
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TABLE assessment_summary (
        assessment BLOB NOT NULL PRIMARY KEY REFERENCES assessment (id) ON DELETE CASCADE,
        body TEXT NOT NULL CHECK (json_valid(body)),
        changed_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE "attachment" (
        kind TEXT NOT NULL CHECK (kind <> ''),
        owner BLOB NOT NULL CHECK (length(owner) = 16),
        item TEXT NOT NULL,
        position INTEGER NOT NULL,
        evidence BLOB NOT NULL REFERENCES evidence (id),
        PRIMARY KEY (kind, owner, item, position)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX attachment_evidence ON attachment (evidence);

CREATE TRIGGER attachment_added_to_final BEFORE INSERT ON attachment
    WHEN (NEW.kind IN ('answer', 'measure', 'rating') AND EXISTS (SELECT 1 FROM assessment
        WHERE id = NEW.owner AND state IN ('approved', 'signed', 'superseded')))
        OR (NEW.kind = 'audit_item' AND EXISTS (SELECT 1 FROM audit
        WHERE id = NEW.owner AND state = 'closed'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment or audit'); END;

CREATE TRIGGER attachment_is_not_updated BEFORE UPDATE ON attachment
    BEGIN SELECT RAISE(ABORT, 'final: attachment'); END;

CREATE TRIGGER attachment_taken_from_final BEFORE DELETE ON attachment
    WHEN (OLD.kind IN ('answer', 'measure', 'rating') AND EXISTS (SELECT 1 FROM assessment
        WHERE id = OLD.owner AND state IN ('approved', 'signed', 'superseded')))
        OR (OLD.kind = 'audit_item' AND EXISTS (SELECT 1 FROM audit
        WHERE id = OLD.owner AND state = 'closed'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment or audit'); END;

CREATE TABLE audit (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        period_from TEXT NOT NULL,
        period_to TEXT NOT NULL CHECK (period_to >= period_from),
        due TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'closed')),
        closed_by BLOB REFERENCES person (id),
        closed_at INTEGER
    , scope TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(scope)), version TEXT NOT NULL DEFAULT '', last BLOB REFERENCES audit (id), begun_by BLOB REFERENCES person (id), begun_at INTEGER, conclusion TEXT NOT NULL DEFAULT '', tally TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tally)), revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)) STRICT, WITHOUT ROWID;

CREATE INDEX audit_closed ON audit (closed_at) WHERE state = 'closed';

CREATE INDEX audit_open ON audit (state, due) WHERE state <> 'closed';

CREATE INDEX audit_system ON audit (system, due);

CREATE TRIGGER audit_closed_is_final BEFORE UPDATE ON audit WHEN OLD.state = 'closed'
    BEGIN SELECT RAISE(ABORT, 'final: audit'); END;

CREATE TRIGGER audit_closed_is_kept BEFORE DELETE ON audit WHEN OLD.state = 'closed'
    BEGIN SELECT RAISE(ABORT, 'final: audit'); END;

CREATE TABLE audit_item (
        audit BLOB NOT NULL REFERENCES audit (id),
        question TEXT NOT NULL,
        position INTEGER NOT NULL,
        dimension TEXT NOT NULL CHECK (dimension IN
            ('scenario', 'safety', 'reliability', 'controllability', 'programme')),
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        result TEXT CHECK (result IN
            ('conforms', 'partly', 'fails', 'not_applicable', 'not_tested')),
        reason TEXT NOT NULL,
        observation TEXT NOT NULL,
        version TEXT NOT NULL,
        standing TEXT NOT NULL CHECK (standing IN ('none', 'attached', 'current_independent')),
        judged_by BLOB REFERENCES person (id),
        judged_at INTEGER,
        carried_from BLOB REFERENCES audit (id),
        carried_times INTEGER CHECK (carried_times > 0),
        reopened TEXT,
        revision INTEGER NOT NULL CHECK (revision > 0),
        PRIMARY KEY (audit, question),
        FOREIGN KEY (question, digest) REFERENCES audit_question (id, digest),
        CHECK ((carried_from IS NULL) = (carried_times IS NULL)),
        CHECK (carried_from IS NULL OR result = 'conforms'),
        CHECK (result IS NOT 'not_applicable' OR reason <> ''),
        CHECK ((result IS NULL) = (judged_by IS NULL))
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_item_added_to_final BEFORE INSERT ON audit_item
    WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.audit AND state = 'closed')
    BEGIN SELECT RAISE(ABORT, 'final: audit'); END;

CREATE TRIGGER audit_item_is_not_deleted BEFORE DELETE ON audit_item
    BEGIN SELECT RAISE(ABORT, 'final: audit_item'); END;

CREATE TRIGGER audit_item_of_final BEFORE UPDATE ON audit_item
    WHEN EXISTS (SELECT 1 FROM audit WHERE id = OLD.audit AND state = 'closed')
    BEGIN SELECT RAISE(ABORT, 'final: audit'); END;

CREATE TABLE audit_question (
        id TEXT NOT NULL,
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        content TEXT NOT NULL CHECK (json_valid(content)),
        PRIMARY KEY (id, digest)
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_question_is_not_updated BEFORE UPDATE ON audit_question
    BEGIN SELECT RAISE(ABORT, 'final: audit_question'); END;

CREATE TABLE audit_sample (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        audit BLOB NOT NULL REFERENCES audit (id),
        question TEXT,
        attribute TEXT NOT NULL CHECK (attribute <> ''),
        population TEXT NOT NULL CHECK (json_valid(population)),
        population_size INTEGER,
        plan TEXT NOT NULL CHECK (json_valid(plan)),
        seed TEXT NOT NULL CHECK (length(seed) = 64),
        size INTEGER NOT NULL CHECK (size >= 1),
        drawn_by BLOB NOT NULL REFERENCES person (id),
        drawn_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE INDEX audit_sample_audit ON audit_sample (audit, drawn_at);

CREATE TRIGGER audit_sample_is_final BEFORE UPDATE ON audit_sample
    BEGIN SELECT RAISE(ABORT, 'final: audit_sample'); END;

CREATE TRIGGER audit_sample_is_kept BEFORE DELETE ON audit_sample
    BEGIN SELECT RAISE(ABORT, 'final: audit_sample'); END;

CREATE TABLE audit_sample_item (
        sample BLOB NOT NULL REFERENCES audit_sample (id),
        place INTEGER NOT NULL,
        item TEXT NOT NULL,
        result TEXT CHECK (result IN ('conforms', 'deviates', 'not_available')),
        note TEXT NOT NULL,
        given_by BLOB REFERENCES person (id),
        given_at INTEGER,
        revision INTEGER NOT NULL,
        PRIMARY KEY (sample, place)
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_sample_item_is_kept BEFORE DELETE ON audit_sample_item
    BEGIN SELECT RAISE(ABORT, 'final: audit_sample'); END;

CREATE TRIGGER audit_sample_item_stays BEFORE UPDATE ON audit_sample_item
    WHEN NEW.item <> OLD.item OR NEW.sample <> OLD.sample OR NEW.place <> OLD.place
        OR EXISTS (SELECT 1 FROM audit_sample s JOIN audit a ON a.id = s.audit
            WHERE s.id = OLD.sample AND a.state = 'closed')
    BEGIN SELECT RAISE(ABORT, 'final: audit_sample'); END;

CREATE TABLE authorisation (
        system BLOB NOT NULL REFERENCES system (id),
        version INTEGER NOT NULL CHECK (version > 0),
        actions TEXT NOT NULL CHECK (json_valid(actions)),
        note TEXT NOT NULL,
        saved_by BLOB NOT NULL REFERENCES person (id),
        saved_at INTEGER NOT NULL,
        approved_by BLOB REFERENCES person (id),
        approved_at INTEGER,
        PRIMARY KEY (system, version),
        CHECK ((approved_by IS NULL) = (approved_at IS NULL))
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER authorisation_is_approved_once BEFORE UPDATE ON authorisation
    WHEN OLD.approved_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'final: authorisation'); END;

CREATE TRIGGER authorisation_is_not_deleted BEFORE DELETE ON authorisation
    BEGIN SELECT RAISE(ABORT, 'final: authorisation'); END;

CREATE TRIGGER authorisation_is_not_edited
    BEFORE UPDATE OF system, version, actions, note, saved_by, saved_at ON authorisation
    BEGIN SELECT RAISE(ABORT, 'final: authorisation'); END;

CREATE TABLE blob (
        id INTEGER PRIMARY KEY,
        sha256 BLOB UNIQUE CHECK (sha256 IS NULL OR length(sha256) = 32),
        size INTEGER NOT NULL CHECK (size >= 0)
    ) STRICT;

CREATE TRIGGER blob_is_not_renamed BEFORE UPDATE ON blob WHEN OLD.sha256 IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'final: content'); END;

CREATE TABLE blob_part (
        blob INTEGER NOT NULL REFERENCES blob (id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number >= 0),
        bytes BLOB NOT NULL,
        UNIQUE (blob, number)
    ) STRICT;

CREATE TRIGGER blob_part_is_not_updated BEFORE UPDATE ON blob_part
    BEGIN SELECT RAISE(ABORT, 'final: content'); END;

CREATE TABLE check_plan (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        kind TEXT NOT NULL CHECK (kind IN ('system_audit', 'data_flow_check', 'access_review',
            'restore_drill', 'stop_test', 'fallback_drill', 'supply_cut_off')),
        name TEXT NOT NULL,
        terms TEXT NOT NULL CHECK (json_valid(terms)),
        exceptions TEXT NOT NULL CHECK (json_valid(exceptions)),
        pauses TEXT NOT NULL CHECK (json_valid(pauses)),
        begun_by BLOB NOT NULL REFERENCES person (id),
        begun_at INTEGER NOT NULL,
        revision INTEGER NOT NULL CHECK (revision > 0)
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER check_plan_is_not_deleted BEFORE DELETE ON check_plan
    BEGIN SELECT RAISE(ABORT, 'final: check_plan'); END;

CREATE TABLE check_record (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        kind TEXT NOT NULL CHECK (kind IN ('system_audit', 'data_flow_check', 'access_review',
            'restore_drill', 'stop_test', 'fallback_drill', 'supply_cut_off')),
        on_day TEXT NOT NULL,
        result TEXT NOT NULL CHECK (result IN ('passed', 'partly', 'failed')),
        note TEXT NOT NULL,
        record TEXT NOT NULL,
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX check_record_record ON check_record (record) WHERE record <> '';

CREATE INDEX check_record_system ON check_record (system, kind, on_day);

CREATE TRIGGER check_record_is_not_deleted BEFORE DELETE ON check_record
    BEGIN SELECT RAISE(ABORT, 'final: check_record'); END;

CREATE TRIGGER check_record_is_not_updated BEFORE UPDATE ON check_record
    BEGIN SELECT RAISE(ABORT, 'final: check_record'); END;

CREATE TABLE "decision" (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        decided_at INTEGER NOT NULL,
        offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1439 AND 1439),
        disposition INTEGER NOT NULL CHECK (disposition BETWEEN 0 AND 4),
        reason INTEGER REFERENCES decision_word (id),
        decision_point INTEGER REFERENCES decision_word (id),
        model_version INTEGER REFERENCES decision_word (id),
        prompt_version INTEGER REFERENCES decision_word (id),
        category INTEGER REFERENCES decision_word (id),
        reviewer INTEGER REFERENCES decision_word (id),
        case_key TEXT NOT NULL,
        ai_output TEXT NOT NULL,
        ai_confidence REAL CHECK (ai_confidence BETWEEN 0 AND 1),
        ai_at INTEGER,
        latency_ms INTEGER CHECK (latency_ms >= 0),
        human_initial TEXT,
        human_final TEXT NOT NULL,
        reason_text TEXT NOT NULL,
        harm_if_followed INTEGER CHECK (harm_if_followed BETWEEN 0 AND 4),
        harm_if_wrong INTEGER CHECK (harm_if_wrong BETWEEN 0 AND 4),
        reversible INTEGER CHECK (reversible IN (0, 1)),
        outcome TEXT,
        outcome_at INTEGER,
        outcome_source INTEGER REFERENCES decision_word (id),
        seeded INTEGER NOT NULL CHECK (seeded IN (0, 1)),
        entered_late INTEGER NOT NULL CHECK (entered_late IN (0, 1)),
        supersedes BLOB REFERENCES "decision" (id),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL,
        import INTEGER,
        thinned_at INTEGER
    , marks INTEGER
        CHECK (marks IS NULL OR (marks BETWEEN 0 AND 4095 AND thinned_at IS NOT NULL)), ai_label INTEGER REFERENCES decision_word (id)
        CHECK (ai_label IS NULL OR marks IS NOT NULL), first_label INTEGER REFERENCES decision_word (id)
        CHECK (first_label IS NULL OR marks IS NOT NULL), last_label INTEGER REFERENCES decision_word (id)
        CHECK (last_label IS NULL OR marks IS NOT NULL), outcome_label INTEGER REFERENCES decision_word (id)
        CHECK (outcome_label IS NULL OR marks IS NOT NULL)) STRICT, WITHOUT ROWID;

CREATE INDEX decision_log ON decision
        (system, decided_at, id, disposition, reason, decision_point, model_version, import,
        thinned_at);

CREATE UNIQUE INDEX decision_supersedes ON decision (supersedes) WHERE supersedes IS NOT NULL;

CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision
    WHEN OLD.import IS NULL OR EXISTS (SELECT 1 FROM decision_import
        WHERE number = OLD.import AND state = 1)
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;

CREATE TRIGGER decision_is_only_thinned BEFORE UPDATE ON decision
    WHEN OLD.thinned_at IS NOT NULL OR NEW.thinned_at IS NULL
        OR NEW.reviewer IS NOT NULL OR NEW.case_key <> '' OR NEW.ai_output <> ''
        OR NEW.human_initial IS NOT NULL OR NEW.human_final <> '' OR NEW.reason_text <> ''
        OR NEW.outcome IS NOT NULL
        OR NEW.id <> OLD.id OR NEW.system <> OLD.system OR NEW.decided_at <> OLD.decided_at
        OR NEW.offset_min <> OLD.offset_min OR NEW.disposition <> OLD.disposition
        OR NEW.reason IS NOT OLD.reason OR NEW.decision_point IS NOT OLD.decision_point
        OR NEW.model_version IS NOT OLD.model_version
        OR NEW.prompt_version IS NOT OLD.prompt_version OR NEW.category IS NOT OLD.category
        OR NEW.ai_confidence IS NOT OLD.ai_confidence OR NEW.ai_at IS NOT OLD.ai_at
        OR NEW.latency_ms IS NOT OLD.latency_ms
        OR NEW.harm_if_followed IS NOT OLD.harm_if_followed
        OR NEW.harm_if_wrong IS NOT OLD.harm_if_wrong OR NEW.reversible IS NOT OLD.reversible
        OR NEW.outcome_at IS NOT OLD.outcome_at
        OR NEW.outcome_source IS NOT OLD.outcome_source OR NEW.seeded <> OLD.seeded
        OR NEW.entered_late <> OLD.entered_late OR NEW.supersedes IS NOT OLD.supersedes
        OR NEW.recorded_by <> OLD.recorded_by OR NEW.recorded_at <> OLD.recorded_at
        OR NEW.import IS NOT OLD.import
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;

CREATE TRIGGER decision_leaves_its_marks BEFORE UPDATE ON decision WHEN NEW.marks IS NULL
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;

CREATE TABLE decision_block (
        system BLOB NOT NULL REFERENCES system (id),
        month INTEGER NOT NULL,
        import INTEGER NOT NULL,
        part INTEGER NOT NULL,
        rows INTEGER NOT NULL CHECK (rows > 0),
        log BLOB NOT NULL,
        PRIMARY KEY (system, month, import, part)
    ) STRICT;

CREATE TABLE decision_import (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        number INTEGER NOT NULL UNIQUE CHECK (number > 0),
        system BLOB NOT NULL REFERENCES system (id),
        content INTEGER NOT NULL CHECK (content IN (0, 1)),
        state INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
        file TEXT NOT NULL,
        mapping TEXT NOT NULL,
        count INTEGER NOT NULL CHECK (count >= 0),
        imported_by BLOB NOT NULL REFERENCES person (id),
        imported_at INTEGER NOT NULL,
        undone_by BLOB REFERENCES person (id),
        undone_at INTEGER,
        CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
        CHECK ((state = 2) = (undone_at IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER decision_import_is_not_deleted BEFORE DELETE ON decision_import
    WHEN OLD.state <> 0
    BEGIN SELECT RAISE(ABORT, 'final: decision_import'); END;

CREATE TRIGGER decision_import_only_goes_on BEFORE UPDATE ON decision_import
    WHEN NEW.state < OLD.state OR OLD.state = 2 OR NEW.id <> OLD.id OR NEW.number <> OLD.number
        OR NEW.system <> OLD.system OR NEW.content <> OLD.content OR NEW.file <> OLD.file
        OR NEW.mapping <> OLD.mapping OR (OLD.state = 1 AND NEW.count <> OLD.count)
        OR NEW.imported_by <> OLD.imported_by OR NEW.imported_at <> OLD.imported_at
    BEGIN SELECT RAISE(ABORT, 'final: decision_import'); END;

CREATE TABLE decision_word (
        id INTEGER PRIMARY KEY,
        word TEXT NOT NULL UNIQUE CHECK (word <> '')
    ) STRICT;

CREATE TRIGGER decision_word_is_not_deleted BEFORE DELETE ON decision_word
    WHEN OLD.word NOT GLOB 'R-????????'
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;

CREATE TRIGGER decision_word_is_not_updated BEFORE UPDATE ON decision_word
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;

CREATE TABLE dissent (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        assessment BLOB NOT NULL REFERENCES assessment (id),
        proposed_grade INTEGER NOT NULL CHECK (proposed_grade BETWEEN 1 AND 5),
        reason TEXT NOT NULL CHECK (reason <> ''),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE INDEX dissent_assessment ON dissent (assessment);

CREATE TRIGGER dissent_added_to_final BEFORE INSERT ON dissent
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = NEW.assessment AND state IN ('signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TRIGGER dissent_is_not_deleted BEFORE DELETE ON dissent
    BEGIN SELECT RAISE(ABORT, 'final: dissent'); END;

CREATE TRIGGER dissent_is_not_updated BEFORE UPDATE ON dissent
    BEGIN SELECT RAISE(ABORT, 'final: dissent'); END;

CREATE TABLE drill (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB REFERENCES system (id),
        named TEXT NOT NULL,
        decision_point TEXT NOT NULL,
        plan BLOB,
        plan_version INTEGER,
        planned_for TEXT,
        scenario TEXT NOT NULL,
        announced INTEGER NOT NULL CHECK (announced IN (0, 1)),
        observers TEXT NOT NULL,
        limit_minutes INTEGER CHECK (limit_minutes > 0),
        revision INTEGER NOT NULL CHECK (revision > 0),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL,
        FOREIGN KEY (plan, plan_version) REFERENCES fallback_plan (id, version)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX drill_system ON drill (system);

CREATE TRIGGER drill_is_not_deleted BEFORE DELETE ON drill
    BEGIN SELECT RAISE(ABORT, 'final: drill'); END;

CREATE TABLE drill_event (
        drill BLOB NOT NULL REFERENCES drill (id),
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        step TEXT NOT NULL CHECK (json_valid(step)),
        at INTEGER NOT NULL,
        steady_ms INTEGER NOT NULL CHECK (steady_ms >= 0),
        base TEXT NOT NULL,
        by BLOB REFERENCES person (id),
        aside INTEGER NOT NULL CHECK (aside IN (0, 1)),
        sealed INTEGER CHECK (sealed > 0),
        PRIMARY KEY (drill, sequence)
    ) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX drill_event_sealed ON drill_event (drill, sealed)
    WHERE sealed IS NOT NULL;

CREATE TRIGGER drill_event_is_not_deleted BEFORE DELETE ON drill_event
    BEGIN SELECT RAISE(ABORT, 'final: drill_event'); END;

CREATE TRIGGER drill_event_is_not_updated BEFORE UPDATE ON drill_event
    BEGIN SELECT RAISE(ABORT, 'final: drill_event'); END;

CREATE TABLE drill_key (
        single INTEGER NOT NULL PRIMARY KEY CHECK (single = 1),
        private BLOB NOT NULL CHECK (length(private) = 32)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE duty (
        id TEXT NOT NULL CHECK (id <> ''),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        origin TEXT NOT NULL CHECK (origin IN ('changed', 'own')),
        facts TEXT NOT NULL CHECK (json_valid(facts)),
        changed_by BLOB NOT NULL REFERENCES person (id),
        changed_at INTEGER NOT NULL,
        PRIMARY KEY (id, revision)
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER duty_is_not_deleted BEFORE DELETE ON duty
    BEGIN SELECT RAISE(ABORT, 'final: duty'); END;

CREATE TRIGGER duty_is_not_updated BEFORE UPDATE ON duty
    BEGIN SELECT RAISE(ABORT, 'final: duty'); END;

CREATE TABLE erasable (
        digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
        sequence INTEGER NOT NULL REFERENCES history (sequence) DEFERRABLE INITIALLY DEFERRED,
        salt BLOB NOT NULL CHECK (length(salt) = 32),
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE INDEX erasable_entry ON erasable (sequence);

CREATE TABLE evidence (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        name TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('file', 'reference')),
        sha256 BLOB CHECK (sha256 IS NULL OR length(sha256) = 32),
        size INTEGER,
        content_kept INTEGER CHECK (content_kept IN (0, 1)),
        locator TEXT,
        shows TEXT NOT NULL,
        dated TEXT,
        standing TEXT NOT NULL CHECK (standing IN ('attached', 'current_independent')),
        added_by BLOB NOT NULL REFERENCES person (id),
        added_at INTEGER NOT NULL,
        CHECK ((kind = 'file') = (sha256 IS NOT NULL)),
        CHECK ((kind = 'file') = (size IS NOT NULL)),
        CHECK ((kind = 'reference') = (locator IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_sha256 ON evidence (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE fallback_plan (
        id BLOB NOT NULL CHECK (length(id) = 16),
        version INTEGER NOT NULL CHECK (version > 0),
        system BLOB NOT NULL REFERENCES system (id),
        facts TEXT NOT NULL CHECK (json_valid(facts)),
        saved_by BLOB NOT NULL REFERENCES person (id),
        saved_at INTEGER NOT NULL,
        approved_by BLOB REFERENCES person (id),
        approved_at INTEGER,
        PRIMARY KEY (id, version),
        CHECK ((approved_by IS NULL) = (approved_at IS NULL))
    ) STRICT, WITHOUT ROWID;

CREATE INDEX fallback_plan_system ON fallback_plan (system);

CREATE TRIGGER fallback_plan_is_approved_once BEFORE UPDATE ON fallback_plan
    WHEN OLD.approved_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'final: fallback_plan'); END;

CREATE TRIGGER fallback_plan_is_not_deleted BEFORE DELETE ON fallback_plan
    BEGIN SELECT RAISE(ABORT, 'final: fallback_plan'); END;

CREATE TRIGGER fallback_plan_is_not_edited
    BEFORE UPDATE OF id, version, system, facts, saved_by, saved_at ON fallback_plan
    BEGIN SELECT RAISE(ABORT, 'final: fallback_plan'); END;

CREATE TABLE finding (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        audit BLOB NOT NULL REFERENCES audit (id),
        question TEXT,
        title TEXT NOT NULL CHECK (title <> ''),
        severity TEXT NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
        state TEXT NOT NULL
            CHECK (state IN ('open', 'in_remedy', 'to_verify', 'closed', 'accepted')),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    , signal TEXT, system BLOB REFERENCES system (id), severity_reason TEXT NOT NULL DEFAULT '', proposed TEXT, clause TEXT, risks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(risks)), cause TEXT NOT NULL DEFAULT '', effect TEXT NOT NULL DEFAULT '', accepted_until TEXT, revision INTEGER NOT NULL DEFAULT 1) STRICT, WITHOUT ROWID;

CREATE INDEX finding_audit ON finding (audit);

CREATE INDEX finding_system ON finding (system, recorded_at);

CREATE TRIGGER finding_is_not_deleted BEFORE DELETE ON finding
    BEGIN SELECT RAISE(ABORT, 'final: finding'); END;

CREATE TABLE finding_step (
        finding BLOB NOT NULL REFERENCES finding (id),
        place INTEGER NOT NULL,
        step TEXT NOT NULL,
        from_state TEXT NOT NULL,
        to_state TEXT NOT NULL,
        note TEXT NOT NULL,
        until TEXT,
        alone INTEGER NOT NULL CHECK (alone IN (0, 1)),
        taken_by BLOB NOT NULL REFERENCES person (id),
        taken_at INTEGER NOT NULL,
        PRIMARY KEY (finding, place)
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER finding_step_is_final BEFORE UPDATE ON finding_step
    BEGIN SELECT RAISE(ABORT, 'final: finding_step'); END;

CREATE TRIGGER finding_step_is_kept BEFORE DELETE ON finding_step
    BEGIN SELECT RAISE(ABORT, 'final: finding_step'); END;

CREATE TABLE history (
        sequence INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        payload TEXT NOT NULL CHECK (json_valid(payload)),
        previous BLOB NOT NULL CHECK (length(previous) = 32),
        hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;

CREATE INDEX history_subject ON history (json_extract(payload, '$.subject.id'), sequence);

CREATE TRIGGER history_has_no_gaps BEFORE INSERT ON history
    WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM history)
        OR NEW.previous <> coalesce(
            (SELECT hash FROM history ORDER BY sequence DESC LIMIT 1), zeroblob(32))
    BEGIN SELECT RAISE(ABORT, 'final: history'); END;

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
    BEGIN SELECT RAISE(ABORT, 'final: history'); END;

CREATE TRIGGER history_is_not_updated BEFORE UPDATE ON history
    BEGIN SELECT RAISE(ABORT, 'final: history'); END;

CREATE TABLE incident (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE INDEX incident_system ON incident (system);

CREATE TRIGGER incident_is_not_deleted BEFORE DELETE ON incident
    BEGIN SELECT RAISE(ABORT, 'final: incident'); END;

CREATE TRIGGER incident_only_gains_versions BEFORE UPDATE ON incident
    WHEN NEW.id <> OLD.id OR NEW.system <> OLD.system OR NEW.revision <> OLD.revision + 1
        OR NEW.recorded_by <> OLD.recorded_by OR NEW.recorded_at <> OLD.recorded_at
    BEGIN SELECT RAISE(ABORT, 'final: incident'); END;

CREATE TABLE incident_report (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        incident BLOB NOT NULL REFERENCES incident (id),
        kind TEXT NOT NULL CHECK (kind IN ('made', 'not_due')),
        duty TEXT CHECK (json_valid(duty)),
        recipient TEXT NOT NULL,
        reported_at INTEGER,
        reporter TEXT NOT NULL,
        receipt TEXT NOT NULL,
        note TEXT NOT NULL,
        supersedes BLOB REFERENCES incident_report (id),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL,
        CHECK ((kind = 'made') = (reported_at IS NOT NULL)),
        CHECK (kind = 'made' OR duty IS NOT NULL)
    ) STRICT, WITHOUT ROWID;

CREATE INDEX incident_report_incident ON incident_report (incident, recorded_at);

CREATE UNIQUE INDEX incident_report_supersedes ON incident_report (supersedes)
        WHERE supersedes IS NOT NULL;

CREATE TRIGGER incident_report_is_not_deleted BEFORE DELETE ON incident_report
    BEGIN SELECT RAISE(ABORT, 'final: incident_report'); END;

CREATE TRIGGER incident_report_is_not_updated BEFORE UPDATE ON incident_report
    BEGIN SELECT RAISE(ABORT, 'final: incident_report'); END;

CREATE TABLE incident_version (
        incident BLOB NOT NULL REFERENCES incident (id),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        state TEXT NOT NULL CHECK (state IN ('open', 'handled', 'closed')),
        reason TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('event', 'near_miss')),
        severity TEXT
            CHECK (severity IN ('general', 'considerable', 'major', 'extremely_serious')),
        title TEXT NOT NULL CHECK (title <> ''),
        decision_point TEXT NOT NULL,
        occurred_at INTEGER NOT NULL,
        noticed_at INTEGER NOT NULL CHECK (noticed_at >= occurred_at),
        decided_at INTEGER,
        manual_at INTEGER,
        restored_at INTEGER,
        effect TEXT NOT NULL,
        people INTEGER CHECK (people >= 0),
        cases INTEGER CHECK (cases >= 0),
        harm INTEGER CHECK (harm BETWEEN 0 AND 4),
        response TEXT NOT NULL,
        cause TEXT NOT NULL,
        lessons TEXT NOT NULL,
        evidence TEXT NOT NULL CHECK (json_valid(evidence)),
        changed_by BLOB NOT NULL REFERENCES person (id),
        changed_at INTEGER NOT NULL,
        PRIMARY KEY (incident, revision)
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER incident_version_is_final BEFORE UPDATE ON incident_version
    BEGIN SELECT RAISE(ABORT, 'final: incident'); END;

CREATE TRIGGER incident_version_is_kept BEFORE DELETE ON incident_version
    BEGIN SELECT RAISE(ABORT, 'final: incident'); END;

CREATE TABLE mapping (
        system BLOB NOT NULL REFERENCES system (id),
        name TEXT NOT NULL CHECK (name <> ''),
        toml TEXT NOT NULL,
        saved_by BLOB NOT NULL REFERENCES person (id),
        saved_at INTEGER NOT NULL,
        PRIMARY KEY (system, name)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE measure (
        assessment BLOB NOT NULL REFERENCES assessment (id),
        control TEXT NOT NULL,
        level INTEGER CHECK (level BETWEEN 0 AND 4),
        note TEXT NOT NULL,
        saved_by BLOB NOT NULL REFERENCES person (id),
        saved_at INTEGER NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        PRIMARY KEY (assessment, control)
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER measure_added_to_final BEFORE INSERT ON measure
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = NEW.assessment AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TRIGGER measure_of_final_changed BEFORE UPDATE ON measure
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id IN (OLD.assessment, NEW.assessment)
            AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TRIGGER measure_taken_from_final BEFORE DELETE ON measure
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = OLD.assessment AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TABLE name_key (
        single INTEGER NOT NULL PRIMARY KEY CHECK (single = 1),
        address BLOB NOT NULL CHECK (length(address) = 32)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE name_share (
        person BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
        envelope BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE person (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        name TEXT NOT NULL CHECK (name <> ''),
        title TEXT NOT NULL,
        roles TEXT NOT NULL CHECK (json_valid(roles)),
        added_at INTEGER NOT NULL,
        certificate BLOB
    , address BLOB CHECK (length(address) = 32)) STRICT, WITHOUT ROWID;

CREATE TRIGGER person_is_not_deleted BEFORE DELETE ON person
    BEGIN SELECT RAISE(ABORT, 'final: person'); END;

CREATE TABLE question_pack (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        name TEXT NOT NULL CHECK (json_valid(name)),
        questions TEXT NOT NULL CHECK (json_valid(questions)),
        withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
        saved_by BLOB NOT NULL REFERENCES person (id),
        saved_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER question_pack_is_not_deleted BEFORE DELETE ON question_pack
    BEGIN SELECT RAISE(ABORT, 'final: question_pack'); END;

CREATE TABLE rating (
        assessment BLOB NOT NULL REFERENCES assessment (id),
        risk TEXT NOT NULL,
        likelihood INTEGER CHECK (likelihood BETWEEN 1 AND 5),
        impact INTEGER CHECK (impact BETWEEN 1 AND 5),
        not_applicable TEXT,
        agreed_by BLOB REFERENCES person (id),
        agreed_at INTEGER,
        reason TEXT NOT NULL,
        as_proposed INTEGER NOT NULL CHECK (as_proposed IN (0, 1)),
        confirmed_by BLOB REFERENCES person (id),
        confirmed_at INTEGER,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        PRIMARY KEY (assessment, risk)
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER rating_added_to_final BEFORE INSERT ON rating
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = NEW.assessment AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TRIGGER rating_of_final_changed BEFORE UPDATE ON rating
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id IN (OLD.assessment, NEW.assessment)
            AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TRIGGER rating_taken_from_final BEFORE DELETE ON rating
    WHEN EXISTS (SELECT 1 FROM assessment
        WHERE id = OLD.assessment AND state IN ('approved', 'signed', 'superseded'))
    BEGIN SELECT RAISE(ABORT, 'final: assessment'); END;

CREATE TABLE reason (
        system BLOB NOT NULL REFERENCES system (id),
        id TEXT NOT NULL CHECK (id <> ''),
        en TEXT NOT NULL CHECK (en <> ''),
        zh TEXT NOT NULL CHECK (zh <> ''),
        added_by BLOB NOT NULL REFERENCES person (id),
        added_at INTEGER NOT NULL,
        PRIMARY KEY (system, id)
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER reason_is_not_deleted BEFORE DELETE ON reason
    BEGIN SELECT RAISE(ABORT, 'final: reason'); END;

CREATE TRIGGER reason_is_not_updated BEFORE UPDATE ON reason
    BEGIN SELECT RAISE(ABORT, 'final: reason'); END;

CREATE TABLE report (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        kind TEXT NOT NULL CHECK (kind IN ('assessment', 'audit', 'ledger', 'incident',
            'fallback_card', 'drill', 'overview', 'decisions', 'comparison')),
        subject BLOB NOT NULL CHECK (length(subject) IN (0, 16)),
        about TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        locale TEXT NOT NULL,
        state TEXT NOT NULL
            CHECK (state IN ('unsigned', 'partly_signed', 'signed', 'superseded')),
        made_by BLOB NOT NULL REFERENCES person (id),
        made_at INTEGER NOT NULL,
        facts_sha256 BLOB NOT NULL REFERENCES blob (sha256),
        pages INTEGER NOT NULL,
        signers TEXT NOT NULL CHECK (json_valid(signers)),
        signatures TEXT NOT NULL CHECK (json_valid(signatures)),
        UNIQUE (kind, subject, number)
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER report_is_final BEFORE UPDATE ON report
    WHEN OLD.state = 'superseded'
        OR (OLD.state = 'signed'
            AND (NEW.state <> 'superseded' OR NEW.signatures <> OLD.signatures))
        OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.subject <> OLD.subject
        OR NEW.about <> OLD.about OR NEW.number <> OLD.number
        OR NEW.locale <> OLD.locale OR NEW.made_by <> OLD.made_by OR NEW.made_at <> OLD.made_at
        OR NEW.facts_sha256 <> OLD.facts_sha256 OR NEW.pages <> OLD.pages
        OR NEW.signers <> OLD.signers
    BEGIN SELECT RAISE(ABORT, 'final: report'); END;

CREATE TRIGGER report_is_not_deleted BEFORE DELETE ON report
    BEGIN SELECT RAISE(ABORT, 'final: report'); END;

CREATE TABLE report_version (
        report BLOB NOT NULL REFERENCES report (id),
        number INTEGER NOT NULL CHECK (number >= 0),
        sha256 BLOB NOT NULL REFERENCES blob (sha256),
        PRIMARY KEY (report, number)
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER report_version_is_not_deleted BEFORE DELETE ON report_version
    BEGIN SELECT RAISE(ABORT, 'final: report'); END;

CREATE TRIGGER report_version_is_not_updated BEFORE UPDATE ON report_version
    BEGIN SELECT RAISE(ABORT, 'final: report'); END;

CREATE TABLE resume (
        person BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
        route TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE reviewer_name (
        pseudonym TEXT NOT NULL PRIMARY KEY CHECK (pseudonym GLOB 'R-????????'),
        envelope BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE second_review (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        period_from TEXT NOT NULL,
        period_to TEXT NOT NULL CHECK (period_to >= period_from),
        seed TEXT NOT NULL CHECK (length(seed) = 64),
        level REAL NOT NULL,
        tolerable REAL NOT NULL,
        overridden TEXT NOT NULL,
        accepted TEXT NOT NULL,
        drawn_by BLOB NOT NULL REFERENCES person (id),
        drawn_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE INDEX second_review_system ON second_review (system, drawn_at);

CREATE TRIGGER second_review_is_final BEFORE UPDATE ON second_review
    BEGIN SELECT RAISE(ABORT, 'final: second_review'); END;

CREATE TRIGGER second_review_is_kept BEFORE DELETE ON second_review
    BEGIN SELECT RAISE(ABORT, 'final: second_review'); END;

CREATE TABLE second_review_case (
        review BLOB NOT NULL REFERENCES second_review (id),
        place INTEGER NOT NULL,
        decision BLOB NOT NULL REFERENCES decision (id),
        PRIMARY KEY (review, place)
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER second_review_case_is_final BEFORE UPDATE ON second_review_case
    BEGIN SELECT RAISE(ABORT, 'final: second_review'); END;

CREATE TRIGGER second_review_case_is_kept BEFORE DELETE ON second_review_case
    BEGIN SELECT RAISE(ABORT, 'final: second_review'); END;

CREATE TABLE stop_test (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        action TEXT NOT NULL,
        day TEXT NOT NULL,
        tester TEXT NOT NULL,
        result TEXT NOT NULL CHECK (result IN ('stopped', 'partly', 'not_stopped')),
        stopped_after_s INTEGER CHECK (stopped_after_s >= 0),
        note TEXT NOT NULL,
        matrix_version INTEGER,
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE INDEX stop_test_system ON stop_test (system, day);

CREATE TRIGGER stop_test_is_not_deleted BEFORE DELETE ON stop_test
    BEGIN SELECT RAISE(ABORT, 'final: stop_test'); END;

CREATE TRIGGER stop_test_is_not_updated BEFORE UPDATE ON stop_test
    BEGIN SELECT RAISE(ABORT, 'final: stop_test'); END;

CREATE TABLE system (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        name TEXT NOT NULL CHECK (name <> ''),
        reference TEXT NOT NULL,
        supplier TEXT NOT NULL,
        model TEXT NOT NULL,
        version TEXT NOT NULL,
        purpose TEXT NOT NULL,
        decision_points TEXT NOT NULL CHECK (json_valid(decision_points)),
        key_area TEXT NOT NULL,
        unit TEXT NOT NULL,
        data_grades TEXT NOT NULL CHECK (json_valid(data_grades)),
        affected TEXT NOT NULL,
        scale TEXT NOT NULL,
        autonomy TEXT NOT NULL,
        phase TEXT NOT NULL,
        filing TEXT NOT NULL CHECK (json_valid(filing)),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        added_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE INDEX system_name ON system (name);

CREATE UNIQUE INDEX system_reference ON system (reference) WHERE reference <> '';

CREATE TABLE verdict (
        review BLOB NOT NULL REFERENCES second_review (id),
        place INTEGER NOT NULL,
        given_by BLOB NOT NULL REFERENCES person (id),
        given_at INTEGER NOT NULL,
        verdict TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (review, place, given_by, given_at),
        FOREIGN KEY (review, place) REFERENCES second_review_case (review, place)
    ) STRICT, WITHOUT ROWID;

CREATE TRIGGER verdict_is_kept BEFORE DELETE ON verdict
    BEGIN SELECT RAISE(ABORT, 'final: verdict'); END;

CREATE TRIGGER verdict_only_loses_its_note BEFORE UPDATE ON verdict
    WHEN NEW.note <> '' OR NEW.review <> OLD.review OR NEW.place <> OLD.place
        OR NEW.given_by <> OLD.given_by OR NEW.given_at <> OLD.given_at
        OR NEW.verdict <> OLD.verdict
    BEGIN SELECT RAISE(ABORT, 'final: verdict'); END;

CREATE TABLE volume (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        decision_point TEXT NOT NULL,
        model_version TEXT NOT NULL,
        period_from TEXT NOT NULL,
        period_to TEXT NOT NULL CHECK (period_to >= period_from),
        issued INTEGER CHECK (issued >= 0),
        accepted INTEGER CHECK (accepted >= 0),
        modified INTEGER CHECK (modified >= 0),
        overridden INTEGER CHECK (overridden >= 0),
        automatic INTEGER CHECK (automatic >= 0),
        not_reviewed INTEGER CHECK (not_reviewed >= 0),
        has_totals INTEGER NOT NULL AS (coalesce(issued, accepted, modified, overridden, automatic,
            not_reviewed) IS NOT NULL),
        exposure_unit TEXT CHECK (exposure_unit IN ('hours', 'kilometres', 'cases')),
        exposure_millionths INTEGER CHECK (exposure_millionths > 0),
        supersedes BLOB REFERENCES volume (id),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL,
        import INTEGER,
        CHECK ((exposure_unit IS NULL) = (exposure_millionths IS NULL)),
        CHECK (has_totals OR exposure_unit IS NOT NULL)
    ) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX volume_supersedes ON volume (supersedes) WHERE supersedes IS NOT NULL;

CREATE INDEX volume_system ON volume (system, period_from, period_to);

CREATE TRIGGER volume_is_not_deleted BEFORE DELETE ON volume
    WHEN OLD.import IS NULL OR EXISTS (SELECT 1 FROM decision_import
        WHERE number = OLD.import AND state = 1)
    BEGIN SELECT RAISE(ABORT, 'final: volume'); END;

CREATE TRIGGER volume_is_not_updated BEFORE UPDATE ON volume
    BEGIN SELECT RAISE(ABORT, 'final: volume'); END;

CREATE TABLE workspace (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        single INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (single = 1),
        sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
        organisation TEXT NOT NULL,
        unit TEXT NOT NULL,
        locale TEXT NOT NULL,
        time_zone TEXT NOT NULL,
        marking TEXT NOT NULL CHECK (json_valid(marking))
    , retention_months INTEGER
    CHECK (retention_months BETWEEN 1 AND 1200), paper TEXT NOT NULL DEFAULT 'a4', logo TEXT) STRICT, WITHOUT ROWID;

