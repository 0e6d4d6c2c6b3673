-- A dossier's whole time: guidance and supplements, payments, the one rescheduling, breaches.

alter table dossiers
    drop constraint dossiers_stage_check,
    add constraint dossiers_stage_check check (stage in (
        'submitted', 'guided', 'accepted', 'in_progress', 'awaiting_supplement', 'awaiting_payment', 'result_ready',
        'returned', 'refused', 'withdrawn', 'closed'
    ));

-- Where the clock was stopped, nobody ended the turn.
alter table step_turns
    drop constraint step_turns_ended_check,
    drop constraint ended_whole,
    add constraint step_turns_ended_check check (ended in ('done', 'sent_back', 'paused')),
    add constraint ended_whole check (
        (ended_at is null) = (ended is null)
        and (ended_at is null) = (used_minutes is null)
        and (ended_by is null) = (ended_at is null or ended = 'paused')
    );
