CREATE FUNCTION public.access_rows_keep() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.n = OLD.n AND NEW.at = OLD.at AND NEW.head = OLD.head
    AND NEW.act = 'cut' AND NEW.role = '' AND NEW.account IS NULL AND NEW.verb IS NULL
    AND NEW.record IS NULL AND NEW.count IS NULL
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'rows of the access log stay';
END $$;
CREATE FUNCTION public.hex(bytea) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$ SELECT upper(encode($1, 'hex')) $_$;
CREATE FUNCTION public.json_each(text) RETURNS TABLE(value bigint)
    LANGUAGE sql IMMUTABLE
    AS $_$ SELECT each::bigint FROM json_array_elements_text($1::json) AS each $_$;
CREATE FUNCTION public.julianday(date) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    AS $_$ SELECT $1 - DATE '2000-01-01' $_$;
CREATE FUNCTION public.min(date, date, VARIADIC date[]) RETURNS date
    LANGUAGE sql IMMUTABLE
    AS $_$ SELECT least($1, $2, (SELECT min(each) FROM unnest($3) AS each)) $_$;
CREATE TABLE public.access_rows (
    n integer NOT NULL,
    at text NOT NULL,
    account bytea,
    role text NOT NULL,
    act text NOT NULL,
    verb text,
    record bytea,
    count bigint,
    head bytea NOT NULL
);
CREATE SEQUENCE public.access_rows_n_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.access_rows_n_seq OWNED BY public.access_rows.n;
CREATE TABLE public.accounts (
    uid bytea NOT NULL,
    role text NOT NULL,
    number bigint NOT NULL,
    must_change boolean NOT NULL,
    passphrase_at text NOT NULL,
    opened_at text
);
CREATE TABLE public.acknowledgements (
    holder bytea NOT NULL,
    device bytea NOT NULL,
    upto bigint NOT NULL,
    extra bytea,
    stubs bytea,
    signed_last bigint NOT NULL,
    said_at text NOT NULL
);
CREATE TABLE public.alembic_version (
    version_num text NOT NULL
);
CREATE TABLE public.attendances (
    meeting_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    person_id bigint,
    is_present boolean NOT NULL,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.attendances_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.attendances_id_seq OWNED BY public.attendances.id;
CREATE TABLE public.bundles (
    id integer NOT NULL,
    uid bytea,
    direction text NOT NULL,
    partner text,
    device bytea,
    receiver bytea,
    carrier bytea,
    first bigint,
    last bigint,
    count bigint NOT NULL,
    new bigint NOT NULL,
    file_name text NOT NULL,
    created_at text,
    moved_at text NOT NULL,
    status text NOT NULL,
    code text,
    has_names boolean NOT NULL,
    audit_count bigint,
    audit_root bytea
);
CREATE SEQUENCE public.bundles_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.bundles_id_seq OWNED BY public.bundles.id;
CREATE TABLE public.catalogue_entries (
    code text NOT NULL,
    ar text NOT NULL,
    fr text NOT NULL,
    kind text,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.catalogue_entries_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.catalogue_entries_id_seq OWNED BY public.catalogue_entries.id;
CREATE TABLE public.claims (
    number_year bigint,
    number_sequence bigint,
    number_station text,
    kind text NOT NULL,
    received_on date NOT NULL,
    channel text,
    person_id bigint,
    partner_id bigint,
    identity_check text NOT NULL,
    due_on date NOT NULL,
    decision text,
    answered_on date,
    erased_record text,
    erased_on date,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.claims_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.claims_id_seq OWNED BY public.claims.id;
CREATE TABLE public.clarifications (
    meeting_id bigint NOT NULL,
    question text NOT NULL,
    text text NOT NULL,
    language text NOT NULL,
    translation text,
    clarified_on date NOT NULL,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.clarifications_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.clarifications_id_seq OWNED BY public.clarifications.id;
CREATE TABLE public.commitments (
    meeting_id bigint,
    point_id bigint,
    "position" bigint NOT NULL,
    text text NOT NULL,
    language text NOT NULL,
    translation text,
    owner text NOT NULL,
    partner_id bigint,
    authority text,
    due_on date,
    made_on date,
    status text NOT NULL,
    status_reason text,
    status_reason_translation text,
    status_on date,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.commitments_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.commitments_id_seq OWNED BY public.commitments.id;
CREATE TABLE public.confirmations (
    record bytea NOT NULL,
    holder bytea NOT NULL,
    said_at text NOT NULL
);
CREATE TABLE public.conflicts (
    id integer NOT NULL,
    record bytea NOT NULL,
    entity text NOT NULL,
    version text NOT NULL,
    found_at text NOT NULL,
    reviewed_at text
);
CREATE SEQUENCE public.conflicts_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.conflicts_id_seq OWNED BY public.conflicts.id;
CREATE TABLE public.devices (
    uid bytea NOT NULL,
    letter text NOT NULL,
    is_current boolean NOT NULL,
    since text NOT NULL,
    upto bigint NOT NULL,
    head bytea NOT NULL,
    highest_t bigint NOT NULL
);
CREATE TABLE public.distinctions (
    first text NOT NULL,
    second text NOT NULL,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.distinctions_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.distinctions_id_seq OWNED BY public.distinctions.id;
CREATE TABLE public.drafts (
    key text NOT NULL,
    content bytea NOT NULL,
    saved_at text NOT NULL
);
CREATE TABLE public.elimination_items (
    id integer NOT NULL,
    elimination_id bigint NOT NULL,
    kind text NOT NULL,
    entity text NOT NULL,
    key text NOT NULL,
    number text NOT NULL,
    code text,
    day date NOT NULL,
    due_on date NOT NULL,
    count bigint NOT NULL,
    state text NOT NULL
);
CREATE SEQUENCE public.elimination_items_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.elimination_items_id_seq OWNED BY public.elimination_items.id;
CREATE TABLE public.eliminations (
    id integer NOT NULL,
    uid bytea NOT NULL,
    proposed_at text NOT NULL,
    digest text NOT NULL,
    archived_at text,
    archive_hash text,
    destroyed_at text,
    destroyed_count bigint,
    agreement text,
    account text,
    second text
);
CREATE SEQUENCE public.eliminations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.eliminations_id_seq OWNED BY public.eliminations.id;
CREATE TABLE public.emblems (
    id integer NOT NULL,
    content bytea NOT NULL
);
CREATE SEQUENCE public.emblems_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.emblems_id_seq OWNED BY public.emblems.id;
CREATE TABLE public.events (
    device bytea NOT NULL,
    seq bigint NOT NULL,
    t bigint NOT NULL,
    entity text NOT NULL,
    record bytea NOT NULL,
    operation text NOT NULL,
    line bytea,
    line_hash bytea NOT NULL,
    head bytea NOT NULL
);
CREATE TABLE public.findings (
    rumour_id bigint NOT NULL,
    cluster text,
    result text,
    found_on date,
    found_at time without time zone,
    source text,
    text text,
    language text,
    translation text,
    publication_id bigint,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.findings_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.findings_id_seq OWNED BY public.findings.id;
CREATE TABLE public.identities (
    person_id bigint,
    partner_id bigint,
    name_ar text,
    name_fr text,
    phone text,
    email text,
    others text,
    note text,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.identities_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.identities_id_seq OWNED BY public.identities.id;
CREATE TABLE public.import_batches (
    id integer NOT NULL,
    uid bytea NOT NULL,
    file_name text NOT NULL,
    imported_at text NOT NULL,
    reverted_at text
);
CREATE SEQUENCE public.import_batches_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.import_batches_id_seq OWNED BY public.import_batches.id;
CREATE TABLE public.imported_records (
    id integer NOT NULL,
    batch_id bigint NOT NULL,
    entity text NOT NULL,
    record bytea NOT NULL,
    version_before text,
    version_after text NOT NULL
);
CREATE SEQUENCE public.imported_records_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.imported_records_id_seq OWNED BY public.imported_records.id;
CREATE TABLE public.issues (
    kind text NOT NULL,
    number_year bigint NOT NULL,
    number_sequence bigint NOT NULL,
    number_station text NOT NULL,
    edition bigint NOT NULL,
    meeting_id bigint,
    partner_id bigint,
    first_on date,
    last_on date,
    last_session_on date,
    fingerprint text NOT NULL,
    code text NOT NULL,
    hashes text NOT NULL,
    issued_at text NOT NULL,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.issues_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.issues_id_seq OWNED BY public.issues.id;
CREATE TABLE public.kept_heads (
    device bytea NOT NULL,
    last bigint NOT NULL,
    head bytea NOT NULL,
    signature bytea NOT NULL
);
CREATE TABLE public.meetings (
    reference text,
    number_year bigint,
    number_sequence bigint,
    number_station text,
    status text NOT NULL,
    status_reason text,
    held_on date NOT NULL,
    starts_at time without time zone,
    ends_at time without time zone,
    kind text NOT NULL,
    channel text NOT NULL,
    place_ar text,
    place_fr text,
    subject_ar text,
    subject_fr text,
    headcount bigint,
    women bigint,
    establishments bigint,
    pupils bigint,
    beneficiaries bigint,
    associations bigint,
    last_on date,
    bodies bigint,
    kinds_present text NOT NULL,
    assessment text,
    assessment_language text,
    assessment_translation text,
    source text,
    sensitive_reason text,
    follows_id bigint,
    review text NOT NULL,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.meetings_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.meetings_id_seq OWNED BY public.meetings.id;
CREATE TABLE public.oddities (
    record bytea NOT NULL,
    entity text NOT NULL,
    found_at text NOT NULL,
    seen_at text
);
CREATE TABLE public.offices (
    role text NOT NULL,
    number text,
    name_ar text NOT NULL,
    name_fr text NOT NULL,
    city_ar text NOT NULL,
    city_fr text NOT NULL,
    chief_title_ar text NOT NULL,
    chief_title_fr text NOT NULL,
    letterhead_ar text NOT NULL,
    letterhead_fr text NOT NULL,
    recipient_ar text,
    recipient_fr text,
    opening_ar text,
    opening_fr text,
    closing_ar text,
    closing_fr text,
    omitted_sections text NOT NULL,
    phone text,
    is_sample boolean NOT NULL,
    inform_days bigint NOT NULL,
    answer_days bigint NOT NULL,
    terms text NOT NULL,
    archivist text,
    asks_two_persons boolean NOT NULL,
    purpose_ar text,
    purpose_fr text,
    purpose_reason text,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.offices_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.offices_id_seq OWNED BY public.offices.id;
CREATE TABLE public.partners (
    name_ar text,
    name_fr text,
    category text NOT NULL,
    type text,
    place text,
    phone text,
    receipt_number text,
    receipt_on date,
    is_receipt_final boolean,
    is_active boolean NOT NULL,
    sensitive_reason text,
    merged_into_id bigint,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.partners_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.partners_id_seq OWNED BY public.partners.id;
CREATE TABLE public.people (
    partner_id bigint NOT NULL,
    capacity_ar text,
    capacity_fr text,
    language text,
    mandate_from date,
    mandate_until date,
    informed_on date,
    informed_how text,
    inform_by date,
    is_active boolean NOT NULL,
    merged_into_id bigint,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.people_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.people_id_seq OWNED BY public.people.id;
CREATE TABLE public.points (
    meeting_id bigint,
    received_on date,
    received_at time without time zone,
    received_through text,
    number_year bigint,
    number_sequence bigint,
    number_station text,
    "position" bigint NOT NULL,
    kind text NOT NULL,
    topic text NOT NULL,
    text text,
    language text,
    translation text,
    phrase text,
    reaction text,
    reply text,
    reply_language text,
    reply_translation text,
    given_on date,
    given_to text,
    given_how text,
    closed_on date,
    raised_by_id bigint,
    reacted_on date,
    rumour_id bigint,
    publication_id bigint,
    sensitive_reason text,
    state text NOT NULL,
    met_on date,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.points_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.points_id_seq OWNED BY public.points.id;
CREATE TABLE public.proposals (
    kind text NOT NULL,
    topic text NOT NULL,
    text text NOT NULL,
    language text NOT NULL,
    translation text,
    count bigint NOT NULL,
    proposed_on date NOT NULL,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.proposals_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.proposals_id_seq OWNED BY public.proposals.id;
CREATE TABLE public.publications (
    reference text,
    kind text NOT NULL,
    published_on date NOT NULL,
    published_at time without time zone,
    since_on date,
    title_ar text,
    title_fr text,
    text_ar text,
    text_fr text,
    topic text,
    channels text NOT NULL,
    address text,
    issuer text,
    count bigint NOT NULL,
    sensitive_reason text,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.publications_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.publications_id_seq OWNED BY public.publications.id;
CREATE TABLE public.readings (
    publication_id bigint,
    account text,
    read_on date NOT NULL,
    read_at time without time zone,
    source text,
    views bigint,
    reactions bigint,
    comments bigint,
    shares bigint,
    interactions bigint,
    followers bigint,
    is_at_least boolean NOT NULL,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.readings_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.readings_id_seq OWNED BY public.readings.id;
CREATE TABLE public.referrals (
    meeting_id bigint,
    point_id bigint,
    "position" bigint NOT NULL,
    destination text NOT NULL,
    topic text NOT NULL,
    made_on date,
    sent_on date,
    answered_on date,
    answer text,
    answer_language text,
    answer_translation text,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.referrals_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.referrals_id_seq OWNED BY public.referrals.id;
CREATE TABLE public.replies (
    point_id bigint NOT NULL,
    text text NOT NULL,
    language text NOT NULL,
    translation text,
    replied_on date NOT NULL,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.replies_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.replies_id_seq OWNED BY public.replies.id;
CREATE TABLE public.restorations (
    device bytea NOT NULL,
    as_of text NOT NULL
);
CREATE TABLE public.reviews (
    meeting_id bigint NOT NULL,
    verdict text NOT NULL,
    text text,
    language text,
    translation text,
    reviewed_on date NOT NULL,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.reviews_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.reviews_id_seq OWNED BY public.reviews.id;
CREATE TABLE public.rumours (
    number_year bigint,
    number_sequence bigint,
    number_station text,
    text text NOT NULL,
    language text NOT NULL,
    translation text,
    form text NOT NULL,
    topic text NOT NULL,
    heard_on date NOT NULL,
    heard_at time without time zone,
    channel text,
    reach text,
    is_urgent boolean NOT NULL,
    page_network text,
    page_name text,
    page_address text,
    back_on date,
    back_channel text,
    back_to text,
    closed_on date,
    closed_reason text,
    sensitive_reason text,
    office_id bigint NOT NULL,
    id integer NOT NULL,
    uid bytea NOT NULL,
    version text NOT NULL,
    is_deleted boolean NOT NULL
);
CREATE SEQUENCE public.rumours_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.rumours_id_seq OWNED BY public.rumours.id;
CREATE TABLE public.saved_filters (
    list_key text NOT NULL,
    name text NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE public.seams (
    device bytea NOT NULL,
    seq bigint NOT NULL,
    head bytea NOT NULL
);
CREATE TABLE public.search_contents (
    mark text NOT NULL
);
CREATE TABLE public.search_documents (
    kind bigint NOT NULL,
    record_id bigint NOT NULL,
    "row" bigint
);
CREATE TABLE public.search_meetings (
    "row" bigint NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE public.search_names (
    "row" bigint NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE public.server_state (
    key_mark bytea NOT NULL,
    changes bigint NOT NULL,
    erasure bigint NOT NULL
);
CREATE TABLE public.station_secrets (
    device bytea NOT NULL,
    signing_seed bytea NOT NULL,
    identity text NOT NULL
);
CREATE TABLE public.stations (
    device bytea NOT NULL,
    office bytea NOT NULL,
    role text NOT NULL,
    name_ar text NOT NULL,
    name_fr text NOT NULL,
    city_ar text NOT NULL,
    city_fr text NOT NULL,
    number text,
    key_id bytea NOT NULL,
    signing_key bytea NOT NULL,
    recipient text NOT NULL,
    recovery_recipient text,
    next_recipient text,
    vouched_by bytea,
    has_card boolean NOT NULL,
    certificates bytea,
    status text NOT NULL,
    revoked_from bigint,
    enrolled_at text NOT NULL
);
CREATE TABLE public.waiting_records (
    record bytea NOT NULL,
    entity text NOT NULL,
    parent bytea
);
ALTER TABLE ONLY public.access_rows ALTER COLUMN n SET DEFAULT nextval('public.access_rows_n_seq'::regclass);
ALTER TABLE ONLY public.attendances ALTER COLUMN id SET DEFAULT nextval('public.attendances_id_seq'::regclass);
ALTER TABLE ONLY public.bundles ALTER COLUMN id SET DEFAULT nextval('public.bundles_id_seq'::regclass);
ALTER TABLE ONLY public.catalogue_entries ALTER COLUMN id SET DEFAULT nextval('public.catalogue_entries_id_seq'::regclass);
ALTER TABLE ONLY public.claims ALTER COLUMN id SET DEFAULT nextval('public.claims_id_seq'::regclass);
ALTER TABLE ONLY public.clarifications ALTER COLUMN id SET DEFAULT nextval('public.clarifications_id_seq'::regclass);
ALTER TABLE ONLY public.commitments ALTER COLUMN id SET DEFAULT nextval('public.commitments_id_seq'::regclass);
ALTER TABLE ONLY public.conflicts ALTER COLUMN id SET DEFAULT nextval('public.conflicts_id_seq'::regclass);
ALTER TABLE ONLY public.distinctions ALTER COLUMN id SET DEFAULT nextval('public.distinctions_id_seq'::regclass);
ALTER TABLE ONLY public.elimination_items ALTER COLUMN id SET DEFAULT nextval('public.elimination_items_id_seq'::regclass);
ALTER TABLE ONLY public.eliminations ALTER COLUMN id SET DEFAULT nextval('public.eliminations_id_seq'::regclass);
ALTER TABLE ONLY public.emblems ALTER COLUMN id SET DEFAULT nextval('public.emblems_id_seq'::regclass);
ALTER TABLE ONLY public.findings ALTER COLUMN id SET DEFAULT nextval('public.findings_id_seq'::regclass);
ALTER TABLE ONLY public.identities ALTER COLUMN id SET DEFAULT nextval('public.identities_id_seq'::regclass);
ALTER TABLE ONLY public.import_batches ALTER COLUMN id SET DEFAULT nextval('public.import_batches_id_seq'::regclass);
ALTER TABLE ONLY public.imported_records ALTER COLUMN id SET DEFAULT nextval('public.imported_records_id_seq'::regclass);
ALTER TABLE ONLY public.issues ALTER COLUMN id SET DEFAULT nextval('public.issues_id_seq'::regclass);
ALTER TABLE ONLY public.meetings ALTER COLUMN id SET DEFAULT nextval('public.meetings_id_seq'::regclass);
ALTER TABLE ONLY public.offices ALTER COLUMN id SET DEFAULT nextval('public.offices_id_seq'::regclass);
ALTER TABLE ONLY public.partners ALTER COLUMN id SET DEFAULT nextval('public.partners_id_seq'::regclass);
ALTER TABLE ONLY public.people ALTER COLUMN id SET DEFAULT nextval('public.people_id_seq'::regclass);
ALTER TABLE ONLY public.points ALTER COLUMN id SET DEFAULT nextval('public.points_id_seq'::regclass);
ALTER TABLE ONLY public.proposals ALTER COLUMN id SET DEFAULT nextval('public.proposals_id_seq'::regclass);
ALTER TABLE ONLY public.publications ALTER COLUMN id SET DEFAULT nextval('public.publications_id_seq'::regclass);
ALTER TABLE ONLY public.readings ALTER COLUMN id SET DEFAULT nextval('public.readings_id_seq'::regclass);
ALTER TABLE ONLY public.referrals ALTER COLUMN id SET DEFAULT nextval('public.referrals_id_seq'::regclass);
ALTER TABLE ONLY public.replies ALTER COLUMN id SET DEFAULT nextval('public.replies_id_seq'::regclass);
ALTER TABLE ONLY public.reviews ALTER COLUMN id SET DEFAULT nextval('public.reviews_id_seq'::regclass);
ALTER TABLE ONLY public.rumours ALTER COLUMN id SET DEFAULT nextval('public.rumours_id_seq'::regclass);
INSERT INTO public.access_rows VALUES
	(1, '2026-11-29T21:40:30Z', '\x621c13f7e3194b6382786dd81a6236f5', 'headquarters', 'unlock', NULL, NULL, NULL, '\x31bc13fcf92590699c78e47b1b0190fcba11c34762f12d432aa37f31600fad9c'),
	(2, '2026-11-29T21:40:31Z', '\x621c13f7e3194b6382786dd81a6236f5', 'chief', 'change', 'register_partner', '\x01a22940a12670638a4eecdab5e24db0', NULL, '\x8f7fe01694f56977c78e9f5e3327c2a9fa18c15abf3c10ede9436b7deb4ca7a7'),
	(3, '2026-11-29T21:40:31Z', '\x621c13f7e3194b6382786dd81a6236f5', 'chief', 'change', 'log_meeting', '\x01a22940a1b173a5bc40ff9678df5b7e', NULL, '\x91f09b8f50c0264caf480fa33dd0388d314f93a271d0ecf6ff896d9650bacdf5');
INSERT INTO public.accounts VALUES
	('\x621c13f7e3194b6382786dd81a6236f5', 'administrator', 1, false, '2026-11-29T21:40:30Z', '2026-11-29T21:40:30Z');
INSERT INTO public.alembic_version VALUES
	('0049');
INSERT INTO public.attendances VALUES
	(1, 1, NULL, true, 1, 1, '\x01a22940a1c273ef8a9fd01560b95192', '1795988431278@01a22940-a00d-7408-b438-6ea9c0a6cc62', false);
INSERT INTO public.commitments VALUES
	(1, 2, 0, 'تخصيص دورية راجلة', 'ar', NULL, 'office', NULL, NULL, '2026-10-30', NULL, 'cst.open', NULL, NULL, NULL, 1, 1, '\x01a22940a1d57616a24fb19fa09e1b04', '1795988431278@01a22940-a00d-7408-b438-6ea9c0a6cc62', false);
INSERT INTO public.devices VALUES
	('\x01a22940a00d7408b4386ea9c0a6cc62', '', true, '2026-11-29T21:40:30Z', 8, '\x44ff78cbeaaa27b47ad6b72d4c0505ad68c3799d9550c0f16007ba68f4e4b079', 1795988431278);
INSERT INTO public.events VALUES
	('\x01a22940a00d7408b4386ea9c0a6cc62', 1, 1795988430871, 'office', '\x01a22940a01871c5861fb999531100c3', 'set', '\x7b226174223a22323032362d31312d32395432313a34303a33305a222c2262617365223a6e756c6c2c226279223a2230313938663030302d303030302d373030302d383030302d303030303030303030303032222c2264223a7b22616e737765725f64617973223a31302c2263686965665f7469746c655f6172223a22d8b1d8a6d98ad8b320d8a7d984d8afd8a7d8a6d8b1d8a920d8a7d984d8a3d985d986d98ad8a9222c2263686965665f7469746c655f6672223a224c652063686566206465206c276172726f6e64697373656d656e7420646520706f6c696365222c22636974795f6172223a22d8a7d984d8b1d8a8d8a7d8b7222c22636974795f6672223a225261626174222c22696e666f726d5f64617973223a33302c2269735f73616d706c65223a66616c73652c226c6574746572686561645f6172223a22d8a7d984d985d985d984d983d8a920d8a7d984d985d8bad8b1d8a8d98ad8a95c6ed8a7d984d985d8afd98ad8b1d98ad8a920d8a7d984d8b9d8a7d985d8a920d984d984d8a3d985d98620d8a7d984d988d8b7d986d98a5c6ed985d8afd98ad8b1d98ad8a920d8a7d984d8a3d985d98620d8a7d984d8b9d985d988d985d98a222c226c6574746572686561645f6672223a22526f7961756d65206475204d61726f635c6e446972656374696f6e2067c3a96ec3a972616c65206465206c612053c3bb726574c3a9206e6174696f6e616c655c6e446972656374696f6e206465206c612073c3a96375726974c3a9207075626c69717565222c226e616d655f6172223a22d8a7d984d985d8b5d8a7d984d8ad20d8a7d984d985d8b1d983d8b2d98ad8a9222c226e616d655f6672223a2253657276696365732063656e7472617578222c22726f6c65223a22686561647175617274657273227d2c22656e74223a226f6666696365222c226964223a2230316132323934302d613031382d373163352d383631662d623939393533313130306333222c226f70223a22736574222c2273223a223937373562313866346465316232636566663565626534626134373361633432222c22736571223a312c2274223a313739353938383433303837317d', '\x6cf0487f3805f3891de820fa32d2631e5c9401608ae114574b2a762f07f7218a', '\xd7fcd3b2dfa847fec2665243e432e207f00825ea89b1543b63da5ede2dee9b33'),
	('\x01a22940a00d7408b4386ea9c0a6cc62', 2, 1795988431171, 'partner', '\x01a22940a12670638a4eecdab5e24db0', 'set', '\x7b226174223a22323032362d31312d32395432313a34303a33315a222c2262617365223a6e756c6c2c226279223a2230313938663030302d303030302d373030302d383030302d303030303030303030303031222c2264223a7b2263617465676f7279223a2270742e6173736f63696174696f6e222c2269735f616374697665223a747275652c226e616d655f6172223a22d8acd985d8b9d98ad8a920d8a7d984d986d8aed98ad984222c226e616d655f6672223a224173736f63696174696f6e20416e6e616b68696c222c2270686f6e65223a222b323132353232333435363738222c2274797065223a2261732e7265736964656e7473227d2c22656e74223a22706172746e6572222c226964223a2230316132323934302d613132362d373036332d386134652d656364616235653234646230222c226f70223a22736574222c2273223a223463656332613533363037396634356130353838356138333136366537373934222c22736571223a322c2274223a313739353938383433313137317d', '\xe54379e6d6e8d9838ad9255afdfe86d1cd62262aeb197f7a41c31fb188d7d985', '\x77a6cfc976085742dc4145791bbb1c6694fd167697db35027765367e548f33a9'),
	('\x01a22940a00d7408b4386ea9c0a6cc62', 3, 1795988431278, 'meeting', '\x01a22940a1b173a5bc40ff9678df5b7e', 'set', '\x7b226174223a22323032362d31312d32395432313a34303a33315a222c2262617365223a6e756c6c2c226279223a2230313938663030302d303030302d373030302d383030302d303030303030303030303031222c2264223a7b226368616e6e656c223a2263682e696e706572736f6e222c226b696e64223a226d742e7468656d61746963222c226e756d626572223a7b226e756d6265725f73657175656e6365223a312c226e756d6265725f73746174696f6e223a22222c226e756d6265725f79656172223a323032367d2c2270656f706c65223a7b2268656164636f756e74223a31342c22776f6d656e223a367d2c22706c6163655f6172223a22d985d982d8b120d8a7d984d8afd8a7d8a6d8b1d8a920d8a7d984d8a3d985d986d98ad8a9222c22737461747573223a7b22737461747573223a2268656c64227d2c227375626a6563745f6172223a22d8aad8a3d985d98ad98620d985d8add98ad8b720d8a7d984d985d8a4d8b3d8b3d8a7d8aa20d8a7d984d8aad8b9d984d98ad985d98ad8a9222c227768656e223a7b2268656c645f6f6e223a22323032362d31302d3134222c227374617274735f6174223a2231303a3330227d7d2c22656e74223a226d656574696e67222c226964223a2230316132323934302d613162312d373361352d626334302d666639363738646635623765222c226f70223a22736574222c2273223a223437333466653863666238313166376235333066653938383131626439623532222c22736571223a332c2274223a313739353938383433313237387d', '\x9ec7071eb9c76034659d043edc17e16e8cd59fe202d764cf10e2a7e1bb1a35dd', '\x8d3e34f93e6d496e242a0bc30e7ea38f5804778d33e446f4d35f5adc2acf8972'),
	('\x01a22940a00d7408b4386ea9c0a6cc62', 4, 1795988431278, 'attendance', '\x01a22940a1c273ef8a9fd01560b95192', 'set', '\x7b226174223a22323032362d31312d32395432313a34303a33315a222c2262617365223a6e756c6c2c226279223a2230313938663030302d303030302d373030302d383030302d303030303030303030303031222c2264223a7b2269735f70726573656e74223a747275652c226d656574696e67223a2230316132323934302d613162312d373361352d626334302d666639363738646635623765222c22706172746e6572223a2230316132323934302d613132362d373036332d386134652d656364616235653234646230227d2c22656e74223a22617474656e64616e6365222c226964223a2230316132323934302d613163322d373365662d386139662d643031353630623935313932222c226f70223a22736574222c2273223a226237613834653439353830366139626165303037303462333538313264643936222c22736571223a342c2274223a313739353938383433313237387d', '\xe810212450805909be6b4c49c499bbf1825d9302f67620e43db5b9ef3f771e97', '\xa2db73c28e11d1bd8982f14c8d142291338a4113512c36d1287f451cb6067dde'),
	('\x01a22940a00d7408b4386ea9c0a6cc62', 5, 1795988431278, 'point', '\x01a22940a1c675608fefe22cf98b6476', 'set', '\x7b226174223a22323032362d31312d32395432313a34303a33315a222c2262617365223a6e756c6c2c226279223a2230313938663030302d303030302d373030302d383030302d303030303030303030303031222c2264223a7b226b696e64223a22636f6e6365726e222c226d656574696e67223a2230316132323934302d613162312d373361352d626334302d666639363738646635623765222c22706f736974696f6e223a302c22746f706963223a2274702e362e31222c22776f726473223a7b226c616e6775616765223a226172222c2274657874223a22d8a7d984d8b2d982d8a7d98220d985d8b8d984d98520d984d98ad984d8a7227d7d2c22656e74223a22706f696e74222c226964223a2230316132323934302d613163362d373536302d386665662d653232636639386236343736222c226f70223a22736574222c2273223a223231383262653365303338633837656233376165393435653733613039333638222c22736571223a352c2274223a313739353938383433313237387d', '\x33ff39f543b612e3c8926c0cde73c0672c914476e23a5ba38988f65f5bca6b8b', '\xaf678e29cbd9c3d162555d1051c27824720501f1e19aee5d02bda0ef8707b792'),
	('\x01a22940a00d7408b4386ea9c0a6cc62', 6, 1795988431278, 'point', '\x01a22940a1c675608fefe22d485bfdbd', 'set', '\x7b226174223a22323032362d31312d32395432313a34303a33315a222c2262617365223a6e756c6c2c226279223a2230313938663030302d303030302d373030302d383030302d303030303030303030303031222c2264223a7b226b696e64223a2272657175657374222c226d656574696e67223a2230316132323934302d613162312d373361352d626334302d666639363738646635623765222c22706f736974696f6e223a312c22746f706963223a2274702e382e34222c22776f726473223a7b226c616e6775616765223a226672222c2274657874223a22506c757320646520706174726f75696c6c6573206c6520736f6972227d7d2c22656e74223a22706f696e74222c226964223a2230316132323934302d613163362d373536302d386665662d653232643438356266646264222c226f70223a22736574222c2273223a223765363638633266353061323263636138393939316337633438643564373438222c22736571223a362c2274223a313739353938383433313237387d', '\x8222a2b0d1b514c5aa7d4f5a2d126e2bd6e6e794bfdc7b2d977ade7601cf0d23', '\xbd8b8015e55269191a88be2480a341622cea45607b23107edc4413bb7f372529'),
	('\x01a22940a00d7408b4386ea9c0a6cc62', 7, 1795988431278, 'commitment', '\x01a22940a1d57616a24fb19fa09e1b04', 'set', '\x7b226174223a22323032362d31312d32395432313a34303a33315a222c2262617365223a6e756c6c2c226279223a2230313938663030302d303030302d373030302d383030302d303030303030303030303031222c2264223a7b226475655f6f6e223a22323032362d31302d3330222c226d656574696e67223a2230316132323934302d613162312d373361352d626334302d666639363738646635623765222c226f776e6572223a226f6666696365222c22706f696e74223a2230316132323934302d613163362d373536302d386665662d653232643438356266646264222c22706f736974696f6e223a302c22737461747573223a7b22737461747573223a226373742e6f70656e227d2c22776f726473223a7b226c616e6775616765223a226172222c2274657874223a22d8aad8aed8b5d98ad8b520d8afd988d8b1d98ad8a920d8b1d8a7d8acd984d8a9227d7d2c22656e74223a22636f6d6d69746d656e74222c226964223a2230316132323934302d613164352d373631362d613234662d623139666130396531623034222c226f70223a22736574222c2273223a226330326537303834343465613063326162303938616236306339386332303239222c22736571223a372c2274223a313739353938383433313237387d', '\xde03e0a19473f2c71d5476e44aadac360d0ebd769a7374b7c366b893b3702a94', '\xb94033e493895977df1bdd192ecd6f0f3027b43f3341e749af5c9cffb5a1cba5'),
	('\x01a22940a00d7408b4386ea9c0a6cc62', 8, 1795988431278, 'referral', '\x01a22940a1df721ba7fa0224c45bc3f2', 'set', '\x7b226174223a22323032362d31312d32395432313a34303a33315a222c2262617365223a6e756c6c2c226279223a2230313938663030302d303030302d373030302d383030302d303030303030303030303031222c2264223a7b2264657374696e6174696f6e223a2272662e636f6d6d756e65222c226d656574696e67223a2230316132323934302d613162312d373361352d626334302d666639363738646635623765222c22706f696e74223a2230316132323934302d613163362d373536302d386665662d653232636639386236343736222c22706f736974696f6e223a302c2273656e745f6f6e223a22323032362d31302d3135222c22746f706963223a2274702e362e31227d2c22656e74223a22726566657272616c222c226964223a2230316132323934302d613164662d373231622d613766612d303232346334356263336632222c226f70223a22736574222c2273223a223731353861353963356563663532616664343632643134623062626532393039222c22736571223a382c2274223a313739353938383433313237387d', '\x533703384fa1d15b3642df9c588d4b9d11b378a65a5e3fdb6f1cfeb608409aac', '\x44ff78cbeaaa27b47ad6b72d4c0505ad68c3799d9550c0f16007ba68f4e4b079');
INSERT INTO public.meetings VALUES
	(NULL, 2026, 1, '', 'held', NULL, '2026-10-14', '10:30:00', NULL, 'mt.thematic', 'ch.inperson', 'مقر الدائرة الأمنية', NULL, 'تأمين محيط المؤسسات التعليمية', NULL, 14, 6, NULL, NULL, NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, 'received', 1, 1, '\x01a22940a1b173a5bc40ff9678df5b7e', '1795988431278@01a22940-a00d-7408-b438-6ea9c0a6cc62', false);
INSERT INTO public.offices VALUES
	('headquarters', NULL, 'المصالح المركزية', 'Services centraux', 'الرباط', 'Rabat', 'رئيس الدائرة الأمنية', 'Le chef de l''arrondissement de police', 'المملكة المغربية
المديرية العامة للأمن الوطني
مديرية الأمن العمومي', 'Royaume du Maroc
Direction générale de la Sûreté nationale
Direction de la sécurité publique', NULL, NULL, NULL, NULL, NULL, NULL, '', NULL, false, 30, 10, '', NULL, false, NULL, NULL, NULL, 1, '\x01a22940a01871c5861fb999531100c3', '1795988430871@01a22940-a00d-7408-b438-6ea9c0a6cc62', false);
INSERT INTO public.partners VALUES
	('جمعية النخيل', 'Association Annakhil', 'pt.association', 'as.residents', NULL, '+212522345678', NULL, NULL, NULL, true, NULL, NULL, 1, 1, '\x01a22940a12670638a4eecdab5e24db0', '1795988431171@01a22940-a00d-7408-b438-6ea9c0a6cc62', false);
INSERT INTO public.points VALUES
	(1, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'concern', 'tp.6.1', 'الزقاق مظلم ليلا', 'ar', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'referred', '2026-10-14', 1, 1, '\x01a22940a1c675608fefe22cf98b6476', '1795988431278@01a22940-a00d-7408-b438-6ea9c0a6cc62', false),
	(1, NULL, NULL, NULL, NULL, NULL, NULL, 1, 'request', 'tp.8.4', 'Plus de patrouilles le soir', 'fr', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'committed', '2026-10-14', 1, 2, '\x01a22940a1c675608fefe22d485bfdbd', '1795988431278@01a22940-a00d-7408-b438-6ea9c0a6cc62', false);
INSERT INTO public.referrals VALUES
	(1, 1, 0, 'rf.commune', 'tp.6.1', NULL, '2026-10-15', NULL, NULL, NULL, NULL, 1, 1, '\x01a22940a1df721ba7fa0224c45bc3f2', '1795988431278@01a22940-a00d-7408-b438-6ea9c0a6cc62', false);
INSERT INTO public.search_contents VALUES
	('86cda4f770adac519cf276aac8dd144c1930a7c6bbf04884d2be8c514e5a1655');
INSERT INTO public.search_documents VALUES
	(1, 1, 5),
	(0, 1, 813531951926345729);
INSERT INTO public.search_meetings VALUES
	(813531951926345729, '''==cpt=association'':1 ''==hch=inperson'':1 ''==kmt=thematic'':1 ''==o1'':1 ''==rreceived'':1 ''==sheld'':1 ''=amna'':1 ''=anxil'':1 ''=asstin'':1 ''=dra'':1 ''=jma'':1 ''=mhit'':1 ''=mkr'':1 ''=msst'':1 ''=nxil'':1 ''=tlma'':1 ''=tmin'':1 ''annakhil'':1 ''association'':1 ''commune'':1 ''de'':1 ''des'':1 ''eclairage'':1 ''le'':1 ''patrouille'':1 ''patrouilles'':1 ''plu'':1 ''plus'':1 ''public'':1 ''rencontre'':1 ''renforcement'':1 ''soir'':1 ''thematique'':1 ''الامنيه'':1 ''الاناره'':1 ''التعليميه'':1 ''الجماعه'':1 ''الدايره'':1 ''الدوريات'':1 ''الزقاق'':1 ''العموميه'':1 ''الموسسات'':1 ''النخيل'':1 ''امني'':1 ''امنيه'':1 ''اناره'':1 ''تام'':1 ''تامين'':1 ''تخصيص'':1 ''تعليمي'':1 ''تعليميه'':1 ''تكثيف'':1 ''جماعه'':1 ''جمعي'':1 ''جمعيه'':1 ''دايره'':1 ''دوري'':1 ''دوريات'':1 ''دوريه'':1 ''راجله'':1 ''زقاق'':1 ''عمومي'':1 ''عموميه'':1 ''لقا'':1 ''ليل'':1 ''ليلا'':1 ''محيط'':1 ''مظلم'':1 ''مقر'':1 ''موسس'':1 ''موسسات'':1 ''موسسه'':1 ''موضوعاتي'':1 ''نخيل'':1');
INSERT INTO public.search_names VALUES
	(5, '''=anxil'':2A ''=asstin'':2A ''=jma'':2A ''=nxil'':2A ''acteur'':1 ''acteurs'':1 ''annakhil'':2A ''associatif'':1 ''associatifs'':1 ''association'':1,2A ''de'':1 ''quartier'':1 ''الجمعويون'':1 ''الفاعلون'':1 ''النخيل'':2A ''جمعوي'':1 ''جمعويون'':1 ''جمعي'':1,2A ''جمعيه'':1,2A ''حي'':1 ''فاعل'':1 ''فاعلون'':1 ''نخيل'':2A');
INSERT INTO public.server_state VALUES
	('\xc47e5383ae12a9ed60816847221bd788f8f53741581972b6f60b7e87e6818bcd', 7, 0);
INSERT INTO public.station_secrets VALUES
	('\x01a22940a00d7408b4386ea9c0a6cc62', '\x8d5a2ca70d9d1fee2e4d3d4ecd044147defb737b2da43a818c884ca1a8ae95d1', 'AGE-SECRET-KEY-1VALY4MEQX9JZHGE5L7KDPW04A5NLCHXS8UZ2TJKMYE50J2G6HK8SQWZLY6');
INSERT INTO public.stations VALUES
	('\x01a22940a00d7408b4386ea9c0a6cc62', '\x01a22940a01871c5861fb999531100c3', 'headquarters', 'المصالح المركزية', 'Services centraux', 'الرباط', 'Rabat', NULL, '\x88e842eca179fc19', '\x8b4849646613b8a8b3aa095999570b6fb230626d409c4156588c1169c24c68e1', 'age1gpavpjnlznq46fwjchxnsm9ctgk4gg5g7tarv0lwz6m8yk5ykcgquf3a3x', 'age1d30s9phvvxm4frazpuars2jjn35tmrawkx2jendx9kf9u2dkay9syw9533', NULL, NULL, true, NULL, 'enrolled', NULL, '2026-11-29T21:40:30Z');
SELECT pg_catalog.setval('public.access_rows_n_seq', 1, false);
SELECT pg_catalog.setval('public.attendances_id_seq', 1, true);
SELECT pg_catalog.setval('public.bundles_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_entries_id_seq', 1, false);
SELECT pg_catalog.setval('public.claims_id_seq', 1, false);
SELECT pg_catalog.setval('public.clarifications_id_seq', 1, false);
SELECT pg_catalog.setval('public.commitments_id_seq', 1, true);
SELECT pg_catalog.setval('public.conflicts_id_seq', 1, false);
SELECT pg_catalog.setval('public.distinctions_id_seq', 1, false);
SELECT pg_catalog.setval('public.elimination_items_id_seq', 1, false);
SELECT pg_catalog.setval('public.eliminations_id_seq', 1, false);
SELECT pg_catalog.setval('public.emblems_id_seq', 1, false);
SELECT pg_catalog.setval('public.findings_id_seq', 1, false);
SELECT pg_catalog.setval('public.identities_id_seq', 1, false);
SELECT pg_catalog.setval('public.import_batches_id_seq', 1, false);
SELECT pg_catalog.setval('public.imported_records_id_seq', 1, false);
SELECT pg_catalog.setval('public.issues_id_seq', 1, false);
SELECT pg_catalog.setval('public.meetings_id_seq', 1, true);
SELECT pg_catalog.setval('public.offices_id_seq', 1, true);
SELECT pg_catalog.setval('public.partners_id_seq', 1, true);
SELECT pg_catalog.setval('public.people_id_seq', 1, false);
SELECT pg_catalog.setval('public.points_id_seq', 2, true);
SELECT pg_catalog.setval('public.proposals_id_seq', 1, false);
SELECT pg_catalog.setval('public.publications_id_seq', 1, false);
SELECT pg_catalog.setval('public.readings_id_seq', 1, false);
SELECT pg_catalog.setval('public.referrals_id_seq', 1, true);
SELECT pg_catalog.setval('public.replies_id_seq', 1, false);
SELECT pg_catalog.setval('public.reviews_id_seq', 1, false);
SELECT pg_catalog.setval('public.rumours_id_seq', 1, false);
ALTER TABLE ONLY public.access_rows
    ADD CONSTRAINT access_rows_pkey PRIMARY KEY (n);
ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (uid);
ALTER TABLE ONLY public.acknowledgements
    ADD CONSTRAINT acknowledgements_pkey PRIMARY KEY (holder, device);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkey PRIMARY KEY (version_num);
ALTER TABLE ONLY public.attendances
    ADD CONSTRAINT attendances_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.attendances
    ADD CONSTRAINT attendances_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.bundles
    ADD CONSTRAINT bundles_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_entries
    ADD CONSTRAINT catalogue_entries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_entries
    ADD CONSTRAINT catalogue_entries_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT claims_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT claims_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.clarifications
    ADD CONSTRAINT clarifications_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.clarifications
    ADD CONSTRAINT clarifications_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.commitments
    ADD CONSTRAINT commitments_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.commitments
    ADD CONSTRAINT commitments_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.confirmations
    ADD CONSTRAINT confirmations_pkey PRIMARY KEY (record, holder);
ALTER TABLE ONLY public.conflicts
    ADD CONSTRAINT conflicts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_pkey PRIMARY KEY (uid);
ALTER TABLE ONLY public.distinctions
    ADD CONSTRAINT distinctions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.distinctions
    ADD CONSTRAINT distinctions_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.elimination_items
    ADD CONSTRAINT elimination_items_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.eliminations
    ADD CONSTRAINT eliminations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.eliminations
    ADD CONSTRAINT eliminations_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.emblems
    ADD CONSTRAINT emblems_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (device, seq);
ALTER TABLE ONLY public.findings
    ADD CONSTRAINT findings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.findings
    ADD CONSTRAINT findings_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.identities
    ADD CONSTRAINT identities_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.identities
    ADD CONSTRAINT identities_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.import_batches
    ADD CONSTRAINT import_batches_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.import_batches
    ADD CONSTRAINT import_batches_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.imported_records
    ADD CONSTRAINT imported_records_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues
    ADD CONSTRAINT issues_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.issues
    ADD CONSTRAINT issues_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.kept_heads
    ADD CONSTRAINT kept_heads_pkey PRIMARY KEY (device, last);
ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.oddities
    ADD CONSTRAINT oddities_pkey PRIMARY KEY (record);
ALTER TABLE ONLY public.offices
    ADD CONSTRAINT offices_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.offices
    ADD CONSTRAINT offices_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.partners
    ADD CONSTRAINT partners_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners
    ADD CONSTRAINT partners_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.points
    ADD CONSTRAINT points_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.points
    ADD CONSTRAINT points_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.readings
    ADD CONSTRAINT readings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.readings
    ADD CONSTRAINT readings_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.replies
    ADD CONSTRAINT replies_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.replies
    ADD CONSTRAINT replies_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.restorations
    ADD CONSTRAINT restorations_pkey PRIMARY KEY (device);
ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.rumours
    ADD CONSTRAINT rumours_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.rumours
    ADD CONSTRAINT rumours_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.saved_filters
    ADD CONSTRAINT saved_filters_pkey PRIMARY KEY (list_key, name);
ALTER TABLE ONLY public.seams
    ADD CONSTRAINT seams_pkey PRIMARY KEY (device, seq);
ALTER TABLE ONLY public.search_documents
    ADD CONSTRAINT search_documents_pkey PRIMARY KEY (kind, record_id);
ALTER TABLE ONLY public.search_meetings
    ADD CONSTRAINT search_meetings_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY public.search_names
    ADD CONSTRAINT search_names_pkey PRIMARY KEY ("row");
ALTER TABLE ONLY public.station_secrets
    ADD CONSTRAINT station_secrets_pkey PRIMARY KEY (device);
ALTER TABLE ONLY public.stations
    ADD CONSTRAINT stations_key_id_key UNIQUE (key_id);
ALTER TABLE ONLY public.stations
    ADD CONSTRAINT stations_pkey PRIMARY KEY (device);
ALTER TABLE ONLY public.waiting_records
    ADD CONSTRAINT waiting_records_pkey PRIMARY KEY (record);
CREATE INDEX ix_attendances_meeting ON public.attendances USING btree (meeting_id, is_deleted, is_present, partner_id);
CREATE INDEX ix_attendances_office_id ON public.attendances USING btree (office_id);
CREATE INDEX ix_attendances_partner ON public.attendances USING btree (partner_id, is_deleted, is_present, meeting_id);
CREATE INDEX ix_attendances_person_id ON public.attendances USING btree (person_id);
CREATE INDEX ix_bundles_received ON public.bundles USING btree (device, direction, status, created_at, last);
CREATE INDEX ix_bundles_uid ON public.bundles USING btree (uid);
CREATE INDEX ix_catalogue_entries_code ON public.catalogue_entries USING btree (code);
CREATE INDEX ix_catalogue_entries_office_id ON public.catalogue_entries USING btree (office_id);
CREATE INDEX ix_claims_office_id ON public.claims USING btree (office_id);
CREATE INDEX ix_claims_partner_id ON public.claims USING btree (partner_id);
CREATE INDEX ix_claims_person_id ON public.claims USING btree (person_id);
CREATE INDEX ix_claims_waiting ON public.claims USING btree (decision, due_on);
CREATE INDEX ix_clarifications_meeting_id ON public.clarifications USING btree (meeting_id);
CREATE INDEX ix_clarifications_office_id ON public.clarifications USING btree (office_id);
CREATE INDEX ix_commitments_due_on ON public.commitments USING btree (due_on, id, status, is_deleted, office_id);
CREATE INDEX ix_commitments_meeting ON public.commitments USING btree (meeting_id, is_deleted, status, due_on);
CREATE INDEX ix_commitments_office_id ON public.commitments USING btree (office_id);
CREATE INDEX ix_commitments_open ON public.commitments USING btree (due_on, id, owner, status, is_deleted, office_id, meeting_id, point_id) WHERE (status = ANY (ARRAY['cst.open'::text, 'cst.in_progress'::text, 'cst.partly'::text]));
CREATE INDEX ix_commitments_partner_id ON public.commitments USING btree (partner_id);
CREATE INDEX ix_commitments_point_id ON public.commitments USING btree (point_id);
CREATE INDEX ix_conflicts_record ON public.conflicts USING btree (record);
CREATE INDEX ix_distinctions_office_id ON public.distinctions USING btree (office_id);
CREATE INDEX ix_elimination_items_elimination_id ON public.elimination_items USING btree (elimination_id);
CREATE INDEX ix_events_record ON public.events USING btree (record);
CREATE INDEX ix_findings_cluster ON public.findings USING btree (cluster);
CREATE INDEX ix_findings_office_id ON public.findings USING btree (office_id);
CREATE INDEX ix_findings_publication_id ON public.findings USING btree (publication_id);
CREATE INDEX ix_findings_rumour_id ON public.findings USING btree (rumour_id);
CREATE INDEX ix_identities_office_id ON public.identities USING btree (office_id);
CREATE INDEX ix_identities_partner_id ON public.identities USING btree (partner_id);
CREATE INDEX ix_identities_person_id ON public.identities USING btree (person_id);
CREATE INDEX ix_imported_records_batch_id ON public.imported_records USING btree (batch_id);
CREATE INDEX ix_issues_meeting_id ON public.issues USING btree (meeting_id);
CREATE INDEX ix_issues_number ON public.issues USING btree (office_id, kind, number_year, number_sequence);
CREATE INDEX ix_issues_office_id ON public.issues USING btree (office_id);
CREATE INDEX ix_issues_partner_id ON public.issues USING btree (partner_id);
CREATE INDEX ix_meetings_deleted ON public.meetings USING btree (id) WHERE is_deleted;
CREATE INDEX ix_meetings_follows_id ON public.meetings USING btree (follows_id);
CREATE INDEX ix_meetings_held_on ON public.meetings USING btree (held_on, id, office_id, status, kind, channel, review, is_deleted);
CREATE INDEX ix_meetings_number ON public.meetings USING btree (number_sequence, number_year);
CREATE INDEX ix_meetings_office_held_on ON public.meetings USING btree (office_id, held_on, id, status, kind, channel, review, is_deleted);
CREATE INDEX ix_meetings_office_id ON public.meetings USING btree (office_id);
CREATE INDEX ix_meetings_reference ON public.meetings USING btree (reference);
CREATE INDEX ix_partners_category ON public.partners USING btree (office_id, category, is_deleted);
CREATE INDEX ix_partners_merged_into_id ON public.partners USING btree (merged_into_id);
CREATE INDEX ix_partners_office_id ON public.partners USING btree (office_id);
CREATE INDEX ix_people_merged_into_id ON public.people USING btree (merged_into_id);
CREATE INDEX ix_people_office_id ON public.people USING btree (office_id);
CREATE INDEX ix_people_partner_id ON public.people USING btree (partner_id);
CREATE INDEX ix_points_deleted ON public.points USING btree (id) WHERE is_deleted;
CREATE INDEX ix_points_meeting ON public.points USING btree (meeting_id, is_deleted, topic, kind, state, given_on, closed_on);
CREATE INDEX ix_points_met_on ON public.points USING btree (met_on, meeting_id, "position", is_deleted, state, kind, topic, office_id);
CREATE INDEX ix_points_office_id ON public.points USING btree (office_id);
CREATE INDEX ix_points_publication_id ON public.points USING btree (publication_id);
CREATE INDEX ix_points_raised_by_id ON public.points USING btree (raised_by_id);
CREATE INDEX ix_points_received_on ON public.points USING btree (received_on, id) WHERE (received_on IS NOT NULL);
CREATE INDEX ix_points_rumour_id ON public.points USING btree (rumour_id);
CREATE INDEX ix_points_topic ON public.points USING btree (topic, meeting_id);
CREATE INDEX ix_points_unanswered ON public.points USING btree (met_on, meeting_id, "position", kind, topic, office_id) WHERE ((state = 'received'::text) AND (NOT is_deleted));
CREATE INDEX ix_proposals_office_id ON public.proposals USING btree (office_id);
CREATE INDEX ix_publications_kind ON public.publications USING btree (kind, published_on);
CREATE INDEX ix_publications_office_id ON public.publications USING btree (office_id);
CREATE INDEX ix_publications_published_on ON public.publications USING btree (published_on, id);
CREATE INDEX ix_publications_reference ON public.publications USING btree (reference);
CREATE INDEX ix_readings_account ON public.readings USING btree (account, read_on);
CREATE INDEX ix_readings_office_id ON public.readings USING btree (office_id);
CREATE INDEX ix_readings_publication_id ON public.readings USING btree (publication_id, read_on);
CREATE INDEX ix_referrals_answered_on ON public.referrals USING btree (answered_on, sent_on, id);
CREATE INDEX ix_referrals_meeting_id ON public.referrals USING btree (meeting_id);
CREATE INDEX ix_referrals_office_id ON public.referrals USING btree (office_id);
CREATE INDEX ix_referrals_point_id ON public.referrals USING btree (point_id);
CREATE INDEX ix_referrals_unanswered ON public.referrals USING btree (sent_on, meeting_id) WHERE ((answered_on IS NULL) AND (NOT is_deleted));
CREATE INDEX ix_replies_office_id ON public.replies USING btree (office_id);
CREATE INDEX ix_replies_point_id ON public.replies USING btree (point_id);
CREATE INDEX ix_reviews_meeting_id ON public.reviews USING btree (meeting_id);
CREATE INDEX ix_reviews_office_id ON public.reviews USING btree (office_id);
CREATE INDEX ix_rumours_heard_on ON public.rumours USING btree (heard_on, id);
CREATE INDEX ix_rumours_office_id ON public.rumours USING btree (office_id);
CREATE INDEX ix_stations_office ON public.stations USING btree (office);
CREATE INDEX ix_waiting_records_parent ON public.waiting_records USING btree (parent);
CREATE INDEX search_meetings_words ON public.search_meetings USING gin (words);
CREATE INDEX search_names_words ON public.search_names USING gin (words);
CREATE INDEX search_waiting ON public.search_documents USING btree (kind, record_id) WHERE ("row" IS NULL);
CREATE TRIGGER access_rows_keep BEFORE DELETE OR UPDATE ON public.access_rows FOR EACH ROW EXECUTE FUNCTION public.access_rows_keep();
ALTER TABLE ONLY public.acknowledgements
    ADD CONSTRAINT acknowledgements_holder_fkey FOREIGN KEY (holder) REFERENCES public.stations(device) DEFERRABLE;
ALTER TABLE ONLY public.attendances
    ADD CONSTRAINT attendances_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meetings(id) DEFERRABLE;
ALTER TABLE ONLY public.attendances
    ADD CONSTRAINT attendances_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.attendances
    ADD CONSTRAINT attendances_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES public.partners(id) DEFERRABLE;
ALTER TABLE ONLY public.attendances
    ADD CONSTRAINT attendances_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id) DEFERRABLE;
ALTER TABLE ONLY public.catalogue_entries
    ADD CONSTRAINT catalogue_entries_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT claims_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT claims_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES public.partners(id) DEFERRABLE;
ALTER TABLE ONLY public.claims
    ADD CONSTRAINT claims_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id) DEFERRABLE;
ALTER TABLE ONLY public.clarifications
    ADD CONSTRAINT clarifications_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meetings(id) DEFERRABLE;
ALTER TABLE ONLY public.clarifications
    ADD CONSTRAINT clarifications_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.commitments
    ADD CONSTRAINT commitments_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meetings(id) DEFERRABLE;
ALTER TABLE ONLY public.commitments
    ADD CONSTRAINT commitments_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.commitments
    ADD CONSTRAINT commitments_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES public.partners(id) DEFERRABLE;
ALTER TABLE ONLY public.commitments
    ADD CONSTRAINT commitments_point_id_fkey FOREIGN KEY (point_id) REFERENCES public.points(id) DEFERRABLE;
ALTER TABLE ONLY public.distinctions
    ADD CONSTRAINT distinctions_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.elimination_items
    ADD CONSTRAINT elimination_items_elimination_id_fkey FOREIGN KEY (elimination_id) REFERENCES public.eliminations(id) DEFERRABLE;
ALTER TABLE ONLY public.findings
    ADD CONSTRAINT findings_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.findings
    ADD CONSTRAINT findings_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES public.publications(id) DEFERRABLE;
ALTER TABLE ONLY public.findings
    ADD CONSTRAINT findings_rumour_id_fkey FOREIGN KEY (rumour_id) REFERENCES public.rumours(id) DEFERRABLE;
ALTER TABLE ONLY public.identities
    ADD CONSTRAINT identities_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.identities
    ADD CONSTRAINT identities_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES public.partners(id) DEFERRABLE;
ALTER TABLE ONLY public.identities
    ADD CONSTRAINT identities_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people(id) DEFERRABLE;
ALTER TABLE ONLY public.imported_records
    ADD CONSTRAINT imported_records_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES public.import_batches(id) DEFERRABLE;
ALTER TABLE ONLY public.issues
    ADD CONSTRAINT issues_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meetings(id) DEFERRABLE;
ALTER TABLE ONLY public.issues
    ADD CONSTRAINT issues_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.issues
    ADD CONSTRAINT issues_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES public.partners(id) DEFERRABLE;
ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES public.meetings(id) DEFERRABLE;
ALTER TABLE ONLY public.meetings
    ADD CONSTRAINT meetings_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.partners
    ADD CONSTRAINT partners_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES public.partners(id) DEFERRABLE;
ALTER TABLE ONLY public.partners
    ADD CONSTRAINT partners_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES public.people(id) DEFERRABLE;
ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES public.partners(id) DEFERRABLE;
ALTER TABLE ONLY public.points
    ADD CONSTRAINT points_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meetings(id) DEFERRABLE;
ALTER TABLE ONLY public.points
    ADD CONSTRAINT points_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.points
    ADD CONSTRAINT points_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES public.publications(id) DEFERRABLE;
ALTER TABLE ONLY public.points
    ADD CONSTRAINT points_raised_by_id_fkey FOREIGN KEY (raised_by_id) REFERENCES public.partners(id) DEFERRABLE;
ALTER TABLE ONLY public.points
    ADD CONSTRAINT points_rumour_id_fkey FOREIGN KEY (rumour_id) REFERENCES public.rumours(id) DEFERRABLE;
ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.publications
    ADD CONSTRAINT publications_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.readings
    ADD CONSTRAINT readings_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.readings
    ADD CONSTRAINT readings_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES public.publications(id) DEFERRABLE;
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meetings(id) DEFERRABLE;
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.referrals
    ADD CONSTRAINT referrals_point_id_fkey FOREIGN KEY (point_id) REFERENCES public.points(id) DEFERRABLE;
ALTER TABLE ONLY public.replies
    ADD CONSTRAINT replies_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.replies
    ADD CONSTRAINT replies_point_id_fkey FOREIGN KEY (point_id) REFERENCES public.points(id) DEFERRABLE;
ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES public.meetings(id) DEFERRABLE;
ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.rumours
    ADD CONSTRAINT rumours_office_id_fkey FOREIGN KEY (office_id) REFERENCES public.offices(id) DEFERRABLE;
ALTER TABLE ONLY public.station_secrets
    ADD CONSTRAINT station_secrets_device_fkey FOREIGN KEY (device) REFERENCES public.stations(device) DEFERRABLE;
