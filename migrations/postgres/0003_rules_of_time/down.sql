alter table step_turns
    drop constraint step_turns_ended_check,
    drop constraint ended_whole,
    add constraint step_turns_ended_check check (ended in ('done', 'sent_back')),
    add constraint ended_whole check (
        (ended_at is null) = (ended is null)
        and (ended_at is null) = (used_minutes is null)
        and (ended_at is null) = (ended_by is null)
    );

alter table dossiers
    drop constraint dossiers_stage_check,
    add constraint dossiers_stage_check check (
        stage in ('submitted', 'accepted', 'in_progress', 'result_ready', 'returned', 'refused', 'withdrawn')
    );
