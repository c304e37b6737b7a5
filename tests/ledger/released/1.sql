-- A ledger of schema 1 as Foedus 0.1.0 made it from reports of our own wording; never edited, read by test_migrate.py
BEGIN TRANSACTION;
CREATE TABLE batches (
	id INTEGER NOT NULL, 
	started TEXT NOT NULL, 
	finished TEXT, 
	command TEXT, 
	reader TEXT, 
	CONSTRAINT pk_batches PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "batches" VALUES(1,'2026-03-02T09:01:00.000000Z','2026-03-02T09:01:00.000000Z','foedus read reports','rules/0.1');
INSERT INTO "batches" VALUES(2,'2026-03-03T09:01:00.000000Z','2026-03-03T09:01:00.000000Z','foedus read post notes','rules/0.1');
INSERT INTO "batches" VALUES(3,'2026-03-13T09:01:00.000000Z','2026-03-13T09:01:00.000000Z','foedus read reports --min-confidence sure','rules/0.2');
INSERT INTO "batches" VALUES(4,'2026-03-13T09:01:00.000000Z','2026-03-13T09:01:00.000000Z','foedus read reports','rules/0.2');
INSERT INTO "batches" VALUES(5,'2026-03-13T09:01:00.000000Z','2026-03-13T09:01:00.000000Z','foedus read reports/batteries.txt','rules/0.3');
INSERT INTO "batches" VALUES(6,'2026-04-12T05:01:00.000000Z','2026-04-12T05:01:00.000000Z',NULL,NULL);
CREATE TABLE claims (
	reading INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	twin INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	type TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	polarity TEXT NOT NULL, 
	certainty TEXT NOT NULL, 
	standing TEXT NOT NULL, 
	zone TEXT NOT NULL, 
	quoted INTEGER NOT NULL, 
	trigger_start INTEGER NOT NULL, 
	when_edtf TEXT, 
	when_earliest TEXT, 
	when_latest TEXT, 
	confidence REAL, 
	record TEXT NOT NULL, 
	batch INTEGER NOT NULL, 
	learned_at TEXT NOT NULL, 
	superseded_at TEXT, 
	CONSTRAINT pk_claims PRIMARY KEY (reading), 
	CONSTRAINT ck_claims_id CHECK (length(id) = 16), 
	CONSTRAINT ck_claims_twin CHECK (twin >= 0), 
	CONSTRAINT ck_claims_type CHECK (type IN ('transfer', 'production', 'possession', 'deployment', 'exercise', 'agreement', 'membership', 'commitment', 'assistance', 'attack', 'hostilities', 'control', 'displacement', 'sanction', 'meeting', 'diplomacy', 'accusation')), 
	CONSTRAINT ck_claims_stage CHECK (stage IN ('affirmed', 'agreed', 'breached', 'called_for', 'cancelled', 'ceded', 'delivered', 'delivering', 'denied', 'done', 'ended', 'extended', 'failed', 'frozen', 'gained', 'held', 'honoured', 'imposed', 'in_force', 'in_service', 'intended', 'invoked', 'joined', 'leaving', 'left', 'lifted', 'lost', 'made', 'member', 'negotiated', 'offered', 'ongoing', 'ordered', 'planned', 'pledged', 'preliminary', 'provided', 'ratified', 'refused', 'rejected', 'requested', 'signed', 'sought', 'suspended', 'terminated', 'threatened', 'unanswered', 'unspecified', 'used', 'withdrawing', 'withdrawn')), 
	CONSTRAINT ck_claims_polarity CHECK (polarity IN ('affirmed', 'negated')), 
	CONSTRAINT ck_claims_certainty CHECK (certainty IN ('certain', 'probable', 'possible', 'unknown')), 
	CONSTRAINT ck_claims_standing CHECK (standing IN ('stated', 'attributed', 'unnamed', 'rumoured')), 
	CONSTRAINT ck_claims_zone CHECK (zone IN ('headline', 'lead', 'body', 'quotation', 'caption', 'bracket', 'credit')), 
	CONSTRAINT ck_claims_quoted CHECK (quoted IN (0, 1)), 
	CONSTRAINT ck_claims_confidence CHECK (confidence BETWEEN 0 AND 1), 
	CONSTRAINT ck_claims_when CHECK (when_earliest <= when_latest), 
	CONSTRAINT ck_claims_superseded CHECK (superseded_at >= learned_at), 
	CONSTRAINT fk_claims_document_documents FOREIGN KEY(document) REFERENCES documents (id), 
	CONSTRAINT fk_claims_batch_batches FOREIGN KEY(batch) REFERENCES batches (id)
)
 STRICT

;
INSERT INTO "claims" VALUES(1,'5256bdb6d95c1e61',0,'b8c807e4cd4acff6','transfer','delivered','affirmed','certain','stated','body',0,26,'2021','2021-01-01','2021-12-31',0.91,'{"id":"5256bdb6d95c1e61","document":{"id":"b8c807e4cd4acff6","sha256":"b8c807e4cd4acff61e83a00e73c810db1d5c2baf638c93144e96ab8cb6cb43c5","lang":"en","published":"2023-05-19","title":"Tanks for Borland","outlet":"The Gazette","url":"https://gazette.example/tanks"},"type":"transfer","stage":"delivered","roles":{"supplier":[{"entity":"ARL","name":"Arland","kind":"state","text":"Arland","start":19,"end":25,"via":null}],"recipient":[{"entity":"BOR","name":"Borland","kind":"state","text":"Borland","start":48,"end":55,"via":null}],"item":[{"entity":null,"name":"tanks","kind":"item_class","text":"tanks","start":39,"end":44,"via":null}]},"quantity":{"value":12,"min":null,"max":null,"unit":"piece","approximate":false,"text":"12","start":36,"end":38},"value":null,"when":{"edtf":"2021","text":"2021","start":59,"end":63},"due":null,"polarity":"affirmed","certainty":"certain","standing":"stated","attribution":[],"quoted":false,"zone":"body","evidence":[{"start":19,"end":64,"text":"Arland delivered 12 tanks to Borland in 2021."}],"cues":[{"kind":"trigger","text":"delivered","start":26,"end":35}],"alternative":null,"reader":{"name":"rules","version":"0.1","rule":"transfer/delivered","confidence":0.91}}',1,'2026-03-02T09:01:00.000000Z','2026-03-13T09:01:00.000000Z');
INSERT INTO "claims" VALUES(2,'031fe54cfd86ae68',0,'b8c807e4cd4acff6','transfer','ordered','affirmed','certain','unnamed','body',0,73,'2023','2023-01-01','2023-12-31',0.45,'{"id":"031fe54cfd86ae68","document":{"id":"b8c807e4cd4acff6","sha256":"b8c807e4cd4acff61e83a00e73c810db1d5c2baf638c93144e96ab8cb6cb43c5","lang":"en","published":"2023-05-19","title":"Tanks for Borland","outlet":"The Gazette","url":"https://gazette.example/tanks"},"type":"transfer","stage":"ordered","roles":{"supplier":[{"entity":"CAR","name":"Carland","kind":"state","text":"Carland","start":93,"end":100,"via":null}],"recipient":[{"entity":"BOR","name":"Borland","kind":"state","text":"Borland","start":65,"end":72,"via":null}],"item":[{"entity":null,"name":"jets","kind":"item_class","text":"jets","start":83,"end":87,"via":null}]},"quantity":{"value":8,"min":null,"max":null,"unit":"piece","approximate":false,"text":"8","start":81,"end":82},"value":null,"when":{"edtf":"2023","text":"2023","start":104,"end":108},"due":null,"polarity":"affirmed","certainty":"certain","standing":"unnamed","attribution":[{"entity":null,"name":null,"kind":"unnamed","text":"a minister","start":110,"end":120,"cue":"said","vehicle":null,"said_when":null}],"quoted":false,"zone":"body","evidence":[{"start":65,"end":126,"text":"Borland ordered 8 jets from Carland in 2023, a minister said."}],"cues":[{"kind":"trigger","text":"ordered","start":73,"end":80},{"kind":"voice","text":"said","start":121,"end":125}],"alternative":null,"reader":{"name":"rules","version":"0.1","rule":null,"confidence":0.45}}',1,'2026-03-02T09:01:00.000000Z','2026-03-13T09:01:00.000000Z');
INSERT INTO "claims" VALUES(3,'b25467ffd2f69f74',0,'11213043eaa06b28','deployment','ongoing','affirmed','certain','stated','body',0,35,NULL,NULL,NULL,0.8,'{"id":"b25467ffd2f69f74","document":{"id":"11213043eaa06b28","sha256":"11213043eaa06b28df5ab51b3cbedd9bb95bed2996a88edf11da05681cc79300","lang":"fr","published":"2023-06","title":"Des batteries à l’est","outlet":"Le Courrier","url":null},"type":"deployment","stage":"ongoing","roles":{"actor":[{"entity":"CAR","name":"Carlande","kind":"state","text":"Carlande","start":26,"end":34,"via":null}],"item":[{"entity":null,"name":"batteries Orage","kind":"item_class","text":"batteries Orage","start":48,"end":63,"via":null}],"to":[{"entity":"DOR","name":"Dorlande","kind":"place","text":"Dorlande","start":67,"end":75,"via":null}]},"quantity":null,"value":null,"when":null,"due":null,"polarity":"affirmed","certainty":"certain","standing":"stated","attribution":[],"quoted":false,"zone":"body","evidence":[{"start":23,"end":76,"text":"La Carlande déploie deux batteries Orage en Dorlande."}],"cues":[{"kind":"trigger","text":"déploie","start":35,"end":42}],"alternative":null,"reader":{"name":"rules","version":"0.1","rule":null,"confidence":0.8}}',1,'2026-03-02T09:01:00.000000Z','2026-03-13T09:01:00.000000Z');
INSERT INTO "claims" VALUES(4,'d4ad88344fd88e68',0,'78eb441db41b20ce','transfer','delivered','negated','certain','attributed','body',0,13,NULL,NULL,NULL,NULL,'{"id":"d4ad88344fd88e68","document":{"id":"78eb441db41b20ce","sha256":"78eb441db41b20ce8f713b4e831814cb31b040be737499fd4d3e2b13f75c9e2f","lang":"ru","published":null,"title":null,"outlet":null,"url":null},"type":"transfer","stage":"delivered","roles":{"supplier":[{"entity":"ARL","name":"Арландии","kind":"state","text":"Арландии","start":32,"end":40,"via":null}],"recipient":[{"entity":"BOR","name":"Борландия","kind":"state","text":"Борландия","start":0,"end":9,"via":null}],"item":[{"entity":null,"name":"ракеты","kind":"item_class","text":"ракеты","start":22,"end":28,"via":null}]},"quantity":null,"value":null,"when":null,"due":null,"polarity":"negated","certainty":"certain","standing":"attributed","attribution":[{"entity":"vestnik","name":"агентство «Вестник»","kind":"outlet","text":"агентство «Вестник»","start":51,"end":70,"cue":"сообщило","vehicle":null,"said_when":null}],"quoted":false,"zone":"body","evidence":[{"start":0,"end":71,"text":"Борландия не получила ракеты от Арландии, сообщило агентство «Вестник»."}],"cues":[{"kind":"trigger","text":"получила","start":13,"end":21}],"alternative":null,"reader":{"name":"rules","version":"0.1","rule":null}}',1,'2026-03-02T09:01:00.000000Z',NULL);
INSERT INTO "claims" VALUES(5,'39ca0f751c43fee6',0,'f2a1ac0171dd1a21','transfer','delivered','affirmed','certain','stated','body',0,8,NULL,NULL,NULL,0.7,'{"id":"39ca0f751c43fee6","document":{"id":"f2a1ac0171dd1a21","sha256":"f2a1ac0171dd1a219c4b6123a19eb92d66d3fa4c7719b0af43fb97c8aa712fc2","lang":"en","published":"2022-11-03","title":null,"outlet":"Morning Post","url":null},"type":"transfer","stage":"delivered","roles":{"supplier":[{"entity":"CAR","name":"Carland","kind":"state","text":"Carland","start":0,"end":7,"via":null}],"recipient":[{"entity":"ARL","name":"Arland","kind":"state","text":"Arland","start":37,"end":43,"via":null}],"item":[{"entity":null,"name":"radars","kind":"item_class","text":"radars","start":13,"end":19,"via":null}]},"quantity":null,"value":null,"when":null,"due":null,"polarity":"affirmed","certainty":"certain","standing":"stated","attribution":[],"quoted":false,"zone":"body","evidence":[{"start":0,"end":44,"text":"Carland sold radars and launchers to Arland."}],"cues":[{"kind":"trigger","text":"sold","start":8,"end":12}],"alternative":null,"reader":{"name":"rules","version":"0.1","rule":null,"confidence":0.7}}',1,'2026-03-02T09:01:00.000000Z',NULL);
INSERT INTO "claims" VALUES(6,'39ca0f751c43fee6',1,'f2a1ac0171dd1a21','transfer','ordered','affirmed','probable','stated','body',0,8,NULL,NULL,NULL,0.7,'{"id":"39ca0f751c43fee6","document":{"id":"f2a1ac0171dd1a21","sha256":"f2a1ac0171dd1a219c4b6123a19eb92d66d3fa4c7719b0af43fb97c8aa712fc2","lang":"en","published":"2022-11-03","title":null,"outlet":"Morning Post","url":null},"type":"transfer","stage":"ordered","roles":{"supplier":[{"entity":"CAR","name":"Carland","kind":"state","text":"Carland","start":0,"end":7,"via":null}],"recipient":[{"entity":"ARL","name":"Arland","kind":"state","text":"Arland","start":37,"end":43,"via":null}],"item":[{"entity":null,"name":"radars","kind":"item_class","text":"radars","start":13,"end":19,"via":null}]},"quantity":null,"value":null,"when":null,"due":null,"polarity":"affirmed","certainty":"probable","standing":"stated","attribution":[],"quoted":false,"zone":"body","evidence":[{"start":0,"end":44,"text":"Carland sold radars and launchers to Arland."}],"cues":[{"kind":"trigger","text":"sold","start":8,"end":12}],"alternative":null,"reader":{"name":"rules","version":"0.1","rule":null,"confidence":0.7}}',1,'2026-03-02T09:01:00.000000Z','2026-03-13T09:01:00.000000Z');
INSERT INTO "claims" VALUES(7,'5256bdb6d95c1e61',0,'b8c807e4cd4acff6','transfer','delivered','affirmed','certain','stated','body',0,26,'2021','2021-01-01','2021-12-31',0.97,'{"id":"5256bdb6d95c1e61","document":{"id":"b8c807e4cd4acff6","sha256":"b8c807e4cd4acff61e83a00e73c810db1d5c2baf638c93144e96ab8cb6cb43c5","lang":"en","published":"2023-05-19","title":"Tanks for Borland","outlet":"The Gazette","url":"https://gazette.example/tanks"},"type":"transfer","stage":"delivered","roles":{"supplier":[{"entity":"ARL","name":"Arland","kind":"state","text":"Arland","start":19,"end":25,"via":null}],"recipient":[{"entity":"BOR","name":"Borland","kind":"state","text":"Borland","start":48,"end":55,"via":null}],"item":[{"entity":null,"name":"tanks","kind":"item_class","text":"tanks","start":39,"end":44,"via":null}]},"quantity":{"value":12,"min":null,"max":null,"unit":"piece","approximate":false,"text":"12","start":36,"end":38},"value":null,"when":{"edtf":"2021","text":"2021","start":59,"end":63},"due":null,"polarity":"affirmed","certainty":"certain","standing":"stated","attribution":[],"quoted":false,"zone":"body","evidence":[{"start":19,"end":64,"text":"Arland delivered 12 tanks to Borland in 2021."}],"cues":[{"kind":"trigger","text":"delivered","start":26,"end":35}],"alternative":null,"reader":{"name":"rules","version":"0.2","rule":"transfer/delivered","confidence":0.97}}',3,'2026-03-13T09:01:00.000000Z',NULL);
INSERT INTO "claims" VALUES(8,'031fe54cfd86ae68',0,'b8c807e4cd4acff6','transfer','delivered','affirmed','certain','unnamed','body',0,73,'2023','2023-01-01','2023-12-31',0.45,'{"id":"031fe54cfd86ae68","document":{"id":"b8c807e4cd4acff6","sha256":"b8c807e4cd4acff61e83a00e73c810db1d5c2baf638c93144e96ab8cb6cb43c5","lang":"en","published":"2023-05-19","title":"Tanks for Borland","outlet":"The Gazette","url":"https://gazette.example/tanks"},"type":"transfer","stage":"delivered","roles":{"supplier":[{"entity":"CAR","name":"Carland","kind":"state","text":"Carland","start":93,"end":100,"via":null}],"recipient":[{"entity":"BOR","name":"Borland","kind":"state","text":"Borland","start":65,"end":72,"via":null}],"item":[{"entity":null,"name":"jets","kind":"item_class","text":"jets","start":83,"end":87,"via":null}]},"quantity":{"value":8,"min":null,"max":null,"unit":"piece","approximate":false,"text":"8","start":81,"end":82},"value":null,"when":{"edtf":"2023","text":"2023","start":104,"end":108},"due":null,"polarity":"affirmed","certainty":"certain","standing":"unnamed","attribution":[{"entity":null,"name":null,"kind":"unnamed","text":"a minister","start":110,"end":120,"cue":"said","vehicle":null,"said_when":null}],"quoted":false,"zone":"body","evidence":[{"start":65,"end":126,"text":"Borland ordered 8 jets from Carland in 2023, a minister said."}],"cues":[{"kind":"trigger","text":"ordered","start":73,"end":80},{"kind":"voice","text":"said","start":121,"end":125}],"alternative":null,"reader":{"name":"rules","version":"0.2","rule":null,"confidence":0.45}}',3,'2026-03-13T09:01:00.000000Z','2026-03-13T09:01:00.000000Z');
INSERT INTO "claims" VALUES(9,'031fe54cfd86ae68',0,'b8c807e4cd4acff6','transfer','ordered','affirmed','certain','unnamed','body',0,73,'2023','2023-01-01','2023-12-31',0.45,'{"id":"031fe54cfd86ae68","document":{"id":"b8c807e4cd4acff6","sha256":"b8c807e4cd4acff61e83a00e73c810db1d5c2baf638c93144e96ab8cb6cb43c5","lang":"en","published":"2023-05-19","title":"Tanks for Borland","outlet":"The Gazette","url":"https://gazette.example/tanks"},"type":"transfer","stage":"ordered","roles":{"supplier":[{"entity":"CAR","name":"Carland","kind":"state","text":"Carland","start":93,"end":100,"via":null}],"recipient":[{"entity":"BOR","name":"Borland","kind":"state","text":"Borland","start":65,"end":72,"via":null}],"item":[{"entity":null,"name":"jets","kind":"item_class","text":"jets","start":83,"end":87,"via":null}]},"quantity":{"value":8,"min":null,"max":null,"unit":"piece","approximate":false,"text":"8","start":81,"end":82},"value":null,"when":{"edtf":"2023","text":"2023","start":104,"end":108},"due":null,"polarity":"affirmed","certainty":"certain","standing":"unnamed","attribution":[{"entity":null,"name":null,"kind":"unnamed","text":"a minister","start":110,"end":120,"cue":"said","vehicle":null,"said_when":null}],"quoted":false,"zone":"body","evidence":[{"start":65,"end":126,"text":"Borland ordered 8 jets from Carland in 2023, a minister said."}],"cues":[{"kind":"trigger","text":"ordered","start":73,"end":80},{"kind":"voice","text":"said","start":121,"end":125}],"alternative":null,"reader":{"name":"rules","version":"0.2","rule":null,"confidence":0.45}}',4,'2026-03-13T09:01:00.000000Z',NULL);
INSERT INTO "claims" VALUES(10,'b25467ffd2f69f74',0,'11213043eaa06b28','deployment','ongoing','affirmed','certain','stated','body',0,35,NULL,NULL,NULL,0.8,'{"id":"b25467ffd2f69f74","document":{"id":"11213043eaa06b28","sha256":"11213043eaa06b28df5ab51b3cbedd9bb95bed2996a88edf11da05681cc79300","lang":"fr","published":"2023-06","title":"Des batteries à l’est","outlet":"Le Courrier","url":null},"type":"deployment","stage":"ongoing","roles":{"actor":[{"entity":"CAR","name":"Carlande","kind":"state","text":"Carlande","start":26,"end":34,"via":null}],"item":[{"entity":null,"name":"batteries Orage","kind":"item_class","text":"batteries Orage","start":48,"end":63,"via":null}],"to":[{"entity":"DOR","name":"Dorlande","kind":"place","text":"Dorlande","start":67,"end":75,"via":null}]},"quantity":null,"value":null,"when":null,"due":null,"polarity":"affirmed","certainty":"certain","standing":"stated","attribution":[],"quoted":false,"zone":"body","evidence":[{"start":23,"end":76,"text":"La Carlande déploie deux batteries Orage en Dorlande."}],"cues":[{"kind":"trigger","text":"déploie","start":35,"end":42}],"alternative":null,"reader":{"name":"rules","version":"0.3","rule":null,"confidence":0.8}}',5,'2026-03-13T09:01:00.000000Z',NULL);
CREATE TABLE documents (
	sha256 TEXT NOT NULL, 
	id TEXT NOT NULL, 
	lang TEXT NOT NULL, 
	published TEXT, 
	published_earliest TEXT, 
	published_latest TEXT, 
	title TEXT, 
	outlet TEXT, 
	url TEXT, 
	raw_sha256 TEXT, 
	extractor TEXT NOT NULL, 
	source TEXT, 
	text TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	batch INTEGER NOT NULL, 
	learned_at TEXT NOT NULL, 
	CONSTRAINT pk_documents PRIMARY KEY (sha256), 
	CONSTRAINT uq_documents_id UNIQUE (id), 
	CONSTRAINT ck_documents_id CHECK (length(sha256) = 64 AND substr(sha256, 1, 16) = id), 
	CONSTRAINT ck_documents_published CHECK (published_earliest <= published_latest), 
	CONSTRAINT fk_documents_batch_batches FOREIGN KEY(batch) REFERENCES batches (id)
)
 STRICT

;
INSERT INTO "documents" VALUES('f2a1ac0171dd1a219c4b6123a19eb92d66d3fa4c7719b0af43fb97c8aa712fc2','f2a1ac0171dd1a21','en','2022-11-03','2022-11-03','2022-11-03',NULL,'Morning Post',NULL,NULL,'text/1','reports/radars.txt','Carland sold radars and launchers to Arland.','[]',1,'2026-03-02T09:01:00.000000Z');
INSERT INTO "documents" VALUES('e986df984339bae872fcb3fbb5504c979e4e6a8ac5ea54a8a8de4f856b7a97e6','e986df984339bae8','en','2023-05-20','2023-05-20','2023-05-20','Weather','The Gazette',NULL,NULL,'text/1','reports/weather.txt','Weather

It rained in Borland all week.','[]',1,'2026-03-02T09:01:00.000000Z');
INSERT INTO "documents" VALUES('78eb441db41b20ce8f713b4e831814cb31b040be737499fd4d3e2b13f75c9e2f','78eb441db41b20ce','ru',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'text/1','reports/rakety.txt','Борландия не получила ракеты от Арландии, сообщило агентство «Вестник».','[]',1,'2026-03-02T09:01:00.000000Z');
INSERT INTO "documents" VALUES('11213043eaa06b28df5ab51b3cbedd9bb95bed2996a88edf11da05681cc79300','11213043eaa06b28','fr','2023-06','2023-06-01','2023-06-30','Des batteries à l’est','Le Courrier',NULL,NULL,'text/1','reports/batteries.txt','Des batteries à l’est

La Carlande déploie deux batteries Orage en Dorlande. « Nous restons », a déclaré le ministère.','[{"code":"date-from-url","text":"the date was read from the address"}]',1,'2026-03-02T09:01:00.000000Z');
INSERT INTO "documents" VALUES('b8c807e4cd4acff61e83a00e73c810db1d5c2baf638c93144e96ab8cb6cb43c5','b8c807e4cd4acff6','en','2023-05-19','2023-05-19','2023-05-19','Tanks for Borland','The Gazette','https://gazette.example/tanks','abababababababababababababababababababababababababababababababab','html/3','reports/tanks.html','Tanks for Borland

Arland delivered 12 tanks to Borland in 2021. Borland ordered 8 jets from Carland in 2023, a minister said.','[]',1,'2026-03-02T09:01:00.000000Z');
INSERT INTO "documents" VALUES('948f81ee998f5f764f44ebe8a09b0740d3b6bd20f17171c821f1c490c0bb7857','948f81ee998f5f76','en','2024','2024-01-01','2024-12-31',NULL,'Le Courrier',NULL,NULL,'text/1',NULL,'Nothing was delivered, bought or promised.','[]',6,'2026-04-12T05:01:00.000000Z');
CREATE TABLE fillers (
	reading INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	entity TEXT, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	via TEXT, 
	CONSTRAINT pk_fillers PRIMARY KEY (reading, role, position), 
	CONSTRAINT ck_fillers_role CHECK (role IN ('accused', 'accuser', 'act', 'actor', 'attacker', 'beneficiary', 'casualties', 'cause', 'clause', 'condition', 'content', 'exercise', 'from', 'hit', 'holder', 'host', 'imposer', 'instrument', 'item', 'loser', 'measure', 'member', 'obligor', 'organisation', 'participant', 'partner', 'party', 'people', 'place', 'producer', 'provider', 'purpose', 'reason', 'recipient', 'subject', 'supplier', 'target', 'to', 'treaty', 'via', 'weapon')), 
	CONSTRAINT ck_fillers_kind CHECK (kind IN ('state', 'organisation', 'company', 'armed_group', 'person', 'force', 'system', 'item_class', 'treaty', 'exercise', 'mission', 'base', 'place', 'text')), 
	CONSTRAINT ck_fillers_via CHECK (via IN ('pronoun', 'speaker', 'addressee', 'unexpressed', 'metonym', 'demonym', 'description', 'title', 'member')), 
	CONSTRAINT fk_fillers_reading_claims FOREIGN KEY(reading) REFERENCES claims (reading) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "fillers" VALUES(1,'item',0,NULL,'tanks','item_class',NULL);
INSERT INTO "fillers" VALUES(1,'recipient',0,'BOR','Borland','state',NULL);
INSERT INTO "fillers" VALUES(1,'supplier',0,'ARL','Arland','state',NULL);
INSERT INTO "fillers" VALUES(2,'item',0,NULL,'jets','item_class',NULL);
INSERT INTO "fillers" VALUES(2,'recipient',0,'BOR','Borland','state',NULL);
INSERT INTO "fillers" VALUES(2,'supplier',0,'CAR','Carland','state',NULL);
INSERT INTO "fillers" VALUES(3,'actor',0,'CAR','Carlande','state',NULL);
INSERT INTO "fillers" VALUES(3,'item',0,NULL,'batteries Orage','item_class',NULL);
INSERT INTO "fillers" VALUES(3,'to',0,'DOR','Dorlande','place',NULL);
INSERT INTO "fillers" VALUES(4,'item',0,NULL,'ракеты','item_class',NULL);
INSERT INTO "fillers" VALUES(4,'recipient',0,'BOR','Борландия','state',NULL);
INSERT INTO "fillers" VALUES(4,'supplier',0,'ARL','Арландии','state',NULL);
INSERT INTO "fillers" VALUES(5,'item',0,NULL,'radars','item_class',NULL);
INSERT INTO "fillers" VALUES(5,'recipient',0,'ARL','Arland','state',NULL);
INSERT INTO "fillers" VALUES(5,'supplier',0,'CAR','Carland','state',NULL);
INSERT INTO "fillers" VALUES(6,'item',0,NULL,'radars','item_class',NULL);
INSERT INTO "fillers" VALUES(6,'recipient',0,'ARL','Arland','state',NULL);
INSERT INTO "fillers" VALUES(6,'supplier',0,'CAR','Carland','state',NULL);
INSERT INTO "fillers" VALUES(7,'item',0,NULL,'tanks','item_class',NULL);
INSERT INTO "fillers" VALUES(7,'recipient',0,'BOR','Borland','state',NULL);
INSERT INTO "fillers" VALUES(7,'supplier',0,'ARL','Arland','state',NULL);
INSERT INTO "fillers" VALUES(8,'item',0,NULL,'jets','item_class',NULL);
INSERT INTO "fillers" VALUES(8,'recipient',0,'BOR','Borland','state',NULL);
INSERT INTO "fillers" VALUES(8,'supplier',0,'CAR','Carland','state',NULL);
INSERT INTO "fillers" VALUES(9,'item',0,NULL,'jets','item_class',NULL);
INSERT INTO "fillers" VALUES(9,'recipient',0,'BOR','Borland','state',NULL);
INSERT INTO "fillers" VALUES(9,'supplier',0,'CAR','Carland','state',NULL);
INSERT INTO "fillers" VALUES(10,'actor',0,'CAR','Carlande','state',NULL);
INSERT INTO "fillers" VALUES(10,'item',0,NULL,'batteries Orage','item_class',NULL);
INSERT INTO "fillers" VALUES(10,'to',0,'DOR','Dorlande','place',NULL);
CREATE TABLE meta (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_meta PRIMARY KEY ("key")
)
 STRICT

;
INSERT INTO "meta" VALUES('schema_version','1');
INSERT INTO "meta" VALUES('created_by','foedus 0.1.0');
INSERT INTO "meta" VALUES('created_at','2026-03-02T09:00:00.000000Z');
CREATE TABLE sightings (
	id INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	url TEXT, 
	outlet TEXT, 
	published TEXT, 
	published_earliest TEXT, 
	published_latest TEXT, 
	title TEXT, 
	raw_sha256 TEXT, 
	extractor TEXT NOT NULL, 
	source TEXT, 
	notes TEXT NOT NULL, 
	batch INTEGER NOT NULL, 
	learned_at TEXT NOT NULL, 
	CONSTRAINT pk_sightings PRIMARY KEY (id), 
	CONSTRAINT fk_sightings_document_documents FOREIGN KEY(document) REFERENCES documents (id), 
	CONSTRAINT fk_sightings_batch_batches FOREIGN KEY(batch) REFERENCES batches (id)
)
 STRICT

;
INSERT INTO "sightings" VALUES(1,'b8c807e4cd4acff6','https://gazette.example/tanks','The Gazette','2023-05-19','2023-05-19','2023-05-19','Tanks for Borland','abababababababababababababababababababababababababababababababab','html/3','reports/tanks.html','[]',1,'2026-03-02T09:01:00.000000Z');
INSERT INTO "sightings" VALUES(2,'11213043eaa06b28',NULL,'Le Courrier','2023-06','2023-06-01','2023-06-30','Des batteries à l’est',NULL,'text/1','reports/batteries.txt','[{"code":"date-from-url","text":"the date was read from the address"}]',1,'2026-03-02T09:01:00.000000Z');
INSERT INTO "sightings" VALUES(3,'78eb441db41b20ce',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'text/1','reports/rakety.txt','[]',1,'2026-03-02T09:01:00.000000Z');
INSERT INTO "sightings" VALUES(4,'e986df984339bae8',NULL,'The Gazette','2023-05-20','2023-05-20','2023-05-20','Weather',NULL,'text/1','reports/weather.txt','[]',1,'2026-03-02T09:01:00.000000Z');
INSERT INTO "sightings" VALUES(5,'f2a1ac0171dd1a21',NULL,'Morning Post','2022-11-03','2022-11-03','2022-11-03',NULL,NULL,'text/1','reports/radars.txt','[]',1,'2026-03-02T09:01:00.000000Z');
INSERT INTO "sightings" VALUES(6,'b8c807e4cd4acff6','https://post.example/7','Morning Post','2023-05-21','2023-05-21','2023-05-21','Borland gets tanks','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','html/3','post/7.html','[]',2,'2026-03-03T09:01:00.000000Z');
INSERT INTO "sightings" VALUES(7,'b8c807e4cd4acff6',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'text/1','notes/wire.txt','[]',2,'2026-03-03T09:01:00.000000Z');
INSERT INTO "sightings" VALUES(8,'948f81ee998f5f76',NULL,'Le Courrier','2024','2024-01-01','2024-12-31',NULL,NULL,'text/1',NULL,'[]',6,'2026-04-12T05:01:00.000000Z');
CREATE TABLE voices (
	reading INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	entity TEXT, 
	name TEXT, 
	kind TEXT NOT NULL, 
	CONSTRAINT pk_voices PRIMARY KEY (reading, position), 
	CONSTRAINT ck_voices_kind CHECK (kind IN ('person', 'state', 'organisation', 'outlet', 'document', 'unnamed')), 
	CONSTRAINT fk_voices_reading_claims FOREIGN KEY(reading) REFERENCES claims (reading) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "voices" VALUES(2,0,NULL,NULL,'unnamed');
INSERT INTO "voices" VALUES(4,0,'vestnik','агентство «Вестник»','outlet');
INSERT INTO "voices" VALUES(8,0,NULL,NULL,'unnamed');
INSERT INTO "voices" VALUES(9,0,NULL,NULL,'unnamed');
CREATE INDEX ix_documents_published ON documents (published_earliest, id);
CREATE UNIQUE INDEX uq_sightings_identity ON sightings (document, coalesce(url, ''), coalesce(outlet, ''), coalesce(published, ''), coalesce(source, ''));
CREATE UNIQUE INDEX uq_claims_current ON claims (id, twin) WHERE superseded_at IS NULL;
CREATE INDEX ix_claims_type_stage ON claims (type, stage);
CREATE INDEX ix_claims_document ON claims (document);
CREATE INDEX ix_claims_when ON claims (when_earliest, when_latest);
CREATE INDEX ix_claims_id ON claims (id);
CREATE INDEX ix_fillers_entity ON fillers (entity, reading);
CREATE INDEX ix_voices_entity ON voices (entity, reading);
COMMIT;
