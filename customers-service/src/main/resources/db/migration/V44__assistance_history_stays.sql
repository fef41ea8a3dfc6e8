-- What became of a consent is as much evidence as what was done under it.
create trigger immutable before update or delete or truncate on assistance_history execute function kontor.refuse_change();
