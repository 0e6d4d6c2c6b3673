drop table warnings;
drop table stops;
drop table breach_holders;
drop table breaches;
drop table proposals;
drop table reschedules;
drop table letters;
drop table requests;

alter table step_turns
    drop constraint step_turns_ended_check,
    drop constraint ended_whole,
    add constraint step_turns_ended_check check (ended in ('done', 'sent_back')),
    add constraint ended_whole check (
        (ended_at is null) = (ended is null)
        and (ended_at is null) = (used_minutes is null)
        and (ended_at is null) = (ended_by is null)
    );

drop index dossiers_in_work;
alter table dossiers
    drop constraint waiting_whole,
    drop constraint late_once_accepted,
    drop column rescheduled_at,
    drop column breached_at,
    drop column close_after,
    drop column waiting,
    drop constraint dossiers_stage_check,
    add constraint dossiers_stage_check check (
        stage in ('submitted', 'accepted', 'in_progress', 'result_ready', 'returned', 'refused', 'withdrawn')
    );

drop index events_once;
create unique index events_once on events (dossier_id, kind)
    where kind in ('submitted', 'accepted', 'refused', 'withdrawn', 'result_recorded', 'result_returned', 'rated');
