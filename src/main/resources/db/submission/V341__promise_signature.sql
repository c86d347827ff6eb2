-- The signature of whoever promised, made with the key of their wallet: a compact JWS.
alter table submission_promise add column signature text not null default '';
