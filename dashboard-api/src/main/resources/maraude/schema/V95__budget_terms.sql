-- The terms of the budgets of noise can be changed, for quarters and years on which nothing was
-- spent yet: what a budget began with stays its own, and what is spent of it does not come back.
alter table budget_terms
  -- two tables of a quarter, each of 1.00 at most
  add constraint a_quarter_has_two_tables check (quarter_terms <= 200),
  add constraint a_year_reaches_for_a_quarter check (year_terms between quarter_terms and 2000);
create trigger budget_terms_are_there before delete on budget_terms
  for each row execute function frozen_counts_stay();

create function begun_budget_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.span <> old.span or new.allowed <> old.allowed or new.spent < old.spent then
    raise exception 'a budget that was spent from stays as it began' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger begun_budget_stays before update or delete on privacy_budgets
  for each row execute function begun_budget_stays();
