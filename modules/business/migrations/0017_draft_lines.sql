-- The lines of a draft can be replaced until it is issued.
drop trigger invoice_lines_keep on invoice_lines;
drop trigger invoice_lines_of_draft on invoice_lines;
create trigger invoice_lines_keep before update or truncate on invoice_lines
  execute function money_keep('The lines of an invoice cannot change');
create or replace function invoice_lines_of_draft() returns trigger language plpgsql as $$
begin
  if (select status from invoices where id = coalesce(new.invoice_id, old.invoice_id)) <> 'draft' then
    raise exception 'An issued invoice cannot change' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger invoice_lines_of_draft before insert or delete on invoice_lines
  for each row execute function invoice_lines_of_draft();
