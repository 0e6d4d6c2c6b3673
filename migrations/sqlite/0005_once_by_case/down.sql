drop trigger events_kept_once;
drop index events_once;
create unique index events_once on events (dossier_id, kind)
    where kind in (
        'submitted', 'guided', 'guided_again', 'accepted', 'refused', 'withdrawn', 'supplement_requested',
        'supplement_requested_again', 'closed', 'reschedule_approved', 'late_apologised', 'result_recorded',
        'result_returned', 'rated'
    );
create trigger events_kept_once before insert on events
when new.kind in (
        'submitted', 'guided', 'guided_again', 'accepted', 'refused', 'withdrawn', 'supplement_requested',
        'supplement_requested_again', 'closed', 'reschedule_approved', 'late_apologised', 'result_recorded',
        'result_returned', 'rated'
    )
    and exists (select 1 from events where dossier_id = new.dossier_id and kind = new.kind)
begin
    select raise(abort, 'UNIQUE constraint failed: events_once');
end;
