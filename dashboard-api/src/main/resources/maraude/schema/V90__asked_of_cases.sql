-- The print of the request that opened a case, sealed under its key: one idempotency key stands for
-- one request.
alter table cases add column asked text;
