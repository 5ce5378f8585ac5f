// Generated from custom-elements.json by `npm run manifest`: not to be edited.
import type { AtrioAudienciaAcessoEvent, AtrioAudienciaMesaEvent, AudienciaClerk } from 'atrio-kit/audiencia-clerk';
import type { AtrioGravacaoConferidaEvent, AtrioGravacaoEvent, AudienciaRecording } from 'atrio-kit/audiencia-recording';
import type { AtrioAudienciaEstadoEvent, AudienciaRoom } from 'atrio-kit/audiencia-room';
import type { AtrioAtendimentoAcessoEvent, AtrioAtendimentoEstadoEvent, BalcaoAttendant } from 'atrio-kit/balcao-attendant';
import type { AtrioDiretorioBalcaoEvent, BalcaoDirectory } from 'atrio-kit/balcao-directory';
import type { AtrioBalcaoChamadaEvent, AtrioBalcaoEstadoEvent, AtrioBalcaoFimEvent, BalcaoVirtual } from 'atrio-kit/balcao-virtual';
import type { CidadaniaLinks } from 'atrio-kit/cidadania-links';
import type { AtrioEnvioEvent, AtrioEtapaEvent, AtrioProtocoloEvent, OuvidoriaForm } from 'atrio-kit/ouvidoria-form';
import type { OuvidoriaStats } from 'atrio-kit/ouvidoria-stats';
import type { AtrioAcaoEvent, AtrioCasoEvent, ProtocoloTracker } from 'atrio-kit/protocolo-tracker';
import type { SicRequest } from 'atrio-kit/sic-request';

/** Attributes, as written in HTML. */
export interface AudienciaClerkAttributes {
  /** Address of the backend. Default: the script tag's, or the court file's. */
  'backend'?: AudienciaClerk['backend'] | undefined;
  /** Public client at the issuer. */
  'client-id'?: AudienciaClerk['clientId'] | undefined;
  /** Shows in place what is wrong with the configuration. */
  'debug'?: AudienciaClerk['debug'] | undefined;
  /** Issuer of the sign-in, exactly as its discovery document says it. With `client-id`, the element signs in by itself. */
  'issuer'?: AudienciaClerk['issuer'] | undefined;
  /** Language: `pt-BR`, `en` or `es`; the default is that of the page, as its script tag says. It says what is shown, for the screen reader too. */
  'lang'?: AudienciaClerk['lang'] | undefined;
  /** `login` asks for the password at every sign-in: for shared computers. Default: the issuer decides. */
  'prompt'?: AudienciaClerk['prompt'] | undefined;
  /** Where the sign-in comes back to. Default the page itself, without query and hash. */
  'redirect-uri'?: AudienciaClerk['redirectUri'] | undefined;
  /** What is asked for. Default `openid`. */
  'scope'?: AudienciaClerk['scope'] | undefined;
  /** Colours. Default `light`. */
  'theme'?: AudienciaClerk['theme'] | undefined;
  /** Address of the court file. Default: the script tag's `data-tribunal`. */
  'tribunal'?: AudienciaClerk['tribunal'] | undefined;
}

/** What only a property takes, and attributes by the name of their property. */
export interface AudienciaClerkProperties {
  /** Public client at the issuer. */
  'clientId'?: AudienciaClerk['clientId'] | undefined;
  /** The court file as an object; wins over every address. */
  'courtFile'?: AudienciaClerk['courtFile'] | undefined;
  /** Where the sign-in comes back to. */
  'redirectUri'?: AudienciaClerk['redirectUri'] | undefined;
  /** Texts of the page's own, by key; they win over the court file's. */
  'textos'?: AudienciaClerk['textos'] | undefined;
  /** Access token of the page, or a function that gives it, asked before each call. */
  'token'?: AudienciaClerk['token'] | undefined;
}

/** Events, by their name. */
export interface AudienciaClerkEvents {
  /** The page has to set `token` (again). */
  'atrio-audiencia-acesso': AtrioAudienciaAcessoEvent;
  /** The desk changed its state. */
  'atrio-audiencia-mesa': AtrioAudienciaMesaEvent;
}

/** Attributes, as written in HTML. */
export interface AudienciaRecordingAttributes {
  /** Address of the backend. */
  'backend'?: AudienciaRecording['backend'] | undefined;
  /** Shows in place what is wrong with the configuration. */
  'debug'?: AudienciaRecording['debug'] | undefined;
  /** Identifier of the recording. */
  'gravacao'?: AudienciaRecording['gravacao'] | undefined;
  /** Where to begin. */
  'inicio'?: AudienciaRecording['inicio'] | undefined;
  /** Language: `pt-BR`, `en` or `es`; the default is that of the page, as its script tag says. It says what is shown, for the screen reader too. */
  'lang'?: AudienciaRecording['lang'] | undefined;
  /** Number of a case, whose recordings are listed. */
  'processo'?: AudienciaRecording['processo'] | undefined;
  /** Colours. Default `light`. */
  'theme'?: AudienciaRecording['theme'] | undefined;
  /** Address of the court file. */
  'tribunal'?: AudienciaRecording['tribunal'] | undefined;
}

/** What only a property takes, and attributes by the name of their property. */
export interface AudienciaRecordingProperties {
  /** The court file as an object; wins over every address. */
  'courtFile'?: AudienciaRecording['courtFile'] | undefined;
  /** Texts of the page's own, by key; they win over the court file's. */
  'textos'?: AudienciaRecording['textos'] | undefined;
  /** Gives the access token of the staff, on a page that has one; asked before each call. */
  'token'?: AudienciaRecording['token'] | undefined;
}

/** Events, by their name. */
export interface AudienciaRecordingEvents {
  /** A recording is on the screen. Never carries the key or the case. */
  'atrio-gravacao': AtrioGravacaoEvent;
  /** It, or a copy of it, was checked: `confere`, `nao-confere` or `sem-conferir`. */
  'atrio-gravacao-conferida': AtrioGravacaoConferidaEvent;
}

/** Attributes, as written in HTML. */
export interface AudienciaRoomAttributes {
  /** Address of the backend. Default: the script tag's, or the court file's. */
  'backend'?: AudienciaRoom['backend'] | undefined;
  /** Secret of the invitation. */
  'convite'?: AudienciaRoom['convite'] | undefined;
  /** Shows in place what is wrong with the configuration. */
  'debug'?: AudienciaRoom['debug'] | undefined;
  /** Language: `pt-BR`, `en` or `es`; the default is that of the page, as its script tag says. It says what is shown, for the screen reader too. */
  'lang'?: AudienciaRoom['lang'] | undefined;
  /** Heading level. */
  'nivel'?: AudienciaRoom['nivel'] | `${number}` | undefined;
  /** Id of the equipped room that this screen stands in. */
  'quiosque'?: AudienciaRoom['quiosque'] | undefined;
  /** Colours. Default `light`. */
  'theme'?: AudienciaRoom['theme'] | undefined;
  /** Address of the court file. Default: the script tag's `data-tribunal`. */
  'tribunal'?: AudienciaRoom['tribunal'] | undefined;
}

/** What only a property takes, and attributes by the name of their property. */
export interface AudienciaRoomProperties {
  /** The court file as an object; wins over every address. */
  'courtFile'?: AudienciaRoom['courtFile'] | undefined;
  /** Texts of the page's own, by key; they win over the court file's. */
  'textos'?: AudienciaRoom['textos'] | undefined;
}

/** Events, by their name. */
export interface AudienciaRoomEvents {
  /** Where the person stands in the hearing changed. */
  'atrio-audiencia-estado': AtrioAudienciaEstadoEvent;
}

/** Attributes, as written in HTML. */
export interface BalcaoAttendantAttributes {
  /** Address of the backend. Default: the script tag's, or the court file's. */
  'backend'?: BalcaoAttendant['backend'] | undefined;
  /** Public client at the issuer. */
  'client-id'?: BalcaoAttendant['clientId'] | undefined;
  /** Shows in place what is wrong with the configuration. */
  'debug'?: BalcaoAttendant['debug'] | undefined;
  /** Issuer of the sign-in, exactly as its discovery document says it. With `client-id`, the element signs in by itself. */
  'issuer'?: BalcaoAttendant['issuer'] | undefined;
  /** Language: `pt-BR`, `en` or `es`; the default is that of the page, as its script tag says. It says what is shown, for the screen reader too. */
  'lang'?: BalcaoAttendant['lang'] | undefined;
  /** `login` asks for the password at every sign-in: for shared computers. Default: the issuer decides. */
  'prompt'?: BalcaoAttendant['prompt'] | undefined;
  /** Where the sign-in comes back to. Default the page itself, without query and hash. */
  'redirect-uri'?: BalcaoAttendant['redirectUri'] | undefined;
  /** What is asked for. Default `openid`. */
  'scope'?: BalcaoAttendant['scope'] | undefined;
  /** Colours. Default `light`. */
  'theme'?: BalcaoAttendant['theme'] | undefined;
  /** Address of the court file. Default: the script tag's `data-tribunal`. */
  'tribunal'?: BalcaoAttendant['tribunal'] | undefined;
}

/** What only a property takes, and attributes by the name of their property. */
export interface BalcaoAttendantProperties {
  /** Public client at the issuer. */
  'clientId'?: BalcaoAttendant['clientId'] | undefined;
  /** The court file as an object; wins over every address. */
  'courtFile'?: BalcaoAttendant['courtFile'] | undefined;
  /** Where the sign-in comes back to. */
  'redirectUri'?: BalcaoAttendant['redirectUri'] | undefined;
  /** Texts of the page's own, by key; they win over the court file's. */
  'textos'?: BalcaoAttendant['textos'] | undefined;
  /** Access token of the page, or a function that gives it, asked before each call. */
  'token'?: BalcaoAttendant['token'] | undefined;
}

/** Events, by their name. */
export interface BalcaoAttendantEvents {
  /** The page has to set `token` (again). */
  'atrio-atendimento-acesso': AtrioAtendimentoAcessoEvent;
  /** The desk changed its state. */
  'atrio-atendimento-estado': AtrioAtendimentoEstadoEvent;
}

/** Attributes, as written in HTML. */
export interface BalcaoDirectoryAttributes {
  /** Address of the backend. */
  'backend'?: BalcaoDirectory['backend'] | undefined;
  /** Shows in place what is wrong with the configuration. */
  'debug'?: BalcaoDirectory['debug'] | undefined;
  /** Language: `pt-BR`, `en` or `es`; the default is that of the page, as its script tag says. It says what is shown, for the screen reader too. */
  'lang'?: BalcaoDirectory['lang'] | undefined;
  /** Level of the main heading, 1 to 6. */
  'nivel'?: BalcaoDirectory['nivel'] | `${number}` | undefined;
  /** Address of a file with the units. */
  'src'?: BalcaoDirectory['src'] | undefined;
  /** Colours. Default `light`. */
  'theme'?: BalcaoDirectory['theme'] | undefined;
  /** Address of the court file. */
  'tribunal'?: BalcaoDirectory['tribunal'] | undefined;
}

/** What only a property takes, and attributes by the name of their property. */
export interface BalcaoDirectoryProperties {
  /** The court file as an object; wins over every address. */
  'courtFile'?: BalcaoDirectory['courtFile'] | undefined;
  /** Texts of the page's own, by key; they win over the court file's. */
  'textos'?: BalcaoDirectory['textos'] | undefined;
}

/** Events, by their name. */
export interface BalcaoDirectoryEvents {
  /** Before the person goes to a unit's counter; cancelable. */
  'atrio-diretorio-balcao': AtrioDiretorioBalcaoEvent;
}

/** Attributes, as written in HTML. */
export interface BalcaoVirtualAttributes {
  /** Address of the backend; on a form, also an object of the page's own that sends. */
  'backend'?: BalcaoVirtual['backend'] | undefined;
  /** Shows configuration errors in place. */
  'debug'?: BalcaoVirtual['debug'] | undefined;
  /** E-mail of the unit. */
  'email'?: BalcaoVirtual['email'] | undefined;
  /** Street address of the unit; `;` parts the lines. */
  'endereco'?: BalcaoVirtual['endereco'] | undefined;
  /** Public hours, as in `Mo-Fr 08:00-14:00`. */
  'hours'?: BalcaoVirtual['hours'] | undefined;
  /** Domain of the Jitsi server, without `https://`. */
  'jitsi-domain'?: BalcaoVirtual['jitsiDomain'] | undefined;
  /** Language: `pt-BR`, `en` or `es`; the default is that of the page, as its script tag says. It says what is shown, for the screen reader too. */
  'lang'?: BalcaoVirtual['lang'] | undefined;
  /** Address of a meeting in another tool (Teams, Zoom, Meet, Webex). */
  'link'?: BalcaoVirtual['link'] | undefined;
  /** Level of the main heading, 1 to 6. */
  'nivel'?: BalcaoVirtual['nivel'] | `${number}` | undefined;
  /** Name of the unit. */
  'nome'?: BalcaoVirtual['nome'] | undefined;
  /** Name of the room, for a unit without a backend. */
  'sala'?: BalcaoVirtual['sala'] | undefined;
  /** Telephone of the unit. */
  'telefone'?: BalcaoVirtual['telefone'] | undefined;
  /** Colours: `light` (default), `dark`, `auto` (the visitor's preference) or `contrast`. */
  'theme'?: BalcaoVirtual['theme'] | undefined;
  /** IANA time zone of the unit, as in `America/Manaus`. */
  'timezone'?: BalcaoVirtual['timezone'] | undefined;
  /** Address of the court file (`tribunal.json`). */
  'tribunal'?: BalcaoVirtual['tribunal'] | undefined;
  /** Id of the unit in the court file or backend. */
  'unidade'?: BalcaoVirtual['unidade'] | undefined;
  /** WhatsApp of the unit: digits with country and area code. */
  'whatsapp'?: BalcaoVirtual['whatsapp'] | undefined;
}

/** What only a property takes, and attributes by the name of their property. */
export interface BalcaoVirtualProperties {
  /** The court file as an object; wins over every address. */
  'courtFile'?: BalcaoVirtual['courtFile'] | undefined;
  /** Domain of the Jitsi server, without `https://`. */
  'jitsiDomain'?: BalcaoVirtual['jitsiDomain'] | undefined;
  /** Texts of the page's own, by key; they win over the court file's. */
  'textos'?: BalcaoVirtual['textos'] | undefined;
}

/** Events, by their name. */
export interface BalcaoVirtualEvents {
  /** Before a call; cancelable. */
  'atrio-balcao-chamada': AtrioBalcaoChamadaEvent;
  /** The counter changed its state. */
  'atrio-balcao-estado': AtrioBalcaoEstadoEvent;
  /** A call ended, or could not be had. */
  'atrio-balcao-fim': AtrioBalcaoFimEvent;
}

/** Attributes, as written in HTML. */
export interface CidadaniaLinksAttributes {
  /** Address of the page that has the tracker. */
  'acompanhar'?: CidadaniaLinks['acompanhar'] | undefined;
  /** Address of the backend; on a form, also an object of the page's own that sends. */
  'backend'?: CidadaniaLinks['backend'] | undefined;
  /** Address of the page of the Balcão Virtual. */
  'balcao'?: CidadaniaLinks['balcao'] | undefined;
  /** Shows in place what is wrong with the configuration. */
  'debug'?: CidadaniaLinks['debug'] | undefined;
  /** Cards with a sentence, or icons with a name. */
  'formato'?: CidadaniaLinks['formato'] | undefined;
  /** Language: `pt-BR`, `en` or `es`; the default is that of the page, as its script tag says. It says what is shown, for the screen reader too. */
  'lang'?: CidadaniaLinks['lang'] | undefined;
  /** Address of the page of the Ouvidoria. */
  'ouvidoria'?: CidadaniaLinks['ouvidoria'] | undefined;
  /** Address of the page of the SIC. */
  'sic'?: CidadaniaLinks['sic'] | undefined;
  /** Colours. Default `light`. */
  'theme'?: CidadaniaLinks['theme'] | undefined;
  /** Address of the Portal da Transparência. */
  'transparencia'?: CidadaniaLinks['transparencia'] | undefined;
  /** Address of the court file. */
  'tribunal'?: CidadaniaLinks['tribunal'] | undefined;
}

/** What only a property takes, and attributes by the name of their property. */
export interface CidadaniaLinksProperties {
  /** The court file as an object; wins over every address. */
  'courtFile'?: CidadaniaLinks['courtFile'] | undefined;
  /** Texts of the page's own, by key; they win over the court file's. */
  'textos'?: CidadaniaLinks['textos'] | undefined;
}

/** Events, by their name. */
export interface CidadaniaLinksEvents {}

/** Attributes, as written in HTML. */
export interface OuvidoriaFormAttributes {
  /** Address of the page that has the tracker, for the link on the receipt. */
  'acompanhar'?: OuvidoriaForm['acompanhar'] | undefined;
  /** Address of the backend. */
  'backend'?: OuvidoriaForm['backend'] | undefined;
  /** Address of the page with the counter of the Ouvidoria. */
  'balcao'?: OuvidoriaForm['balcao'] | undefined;
  /** Shows in place what is wrong with the configuration. */
  'debug'?: OuvidoriaForm['debug'] | undefined;
  /** Whether the browser's Back goes to the step before. Default `etapas`. */
  'historico'?: OuvidoriaForm['historico'] | undefined;
  /** This is the page that has this form alone. */
  'isolado'?: OuvidoriaForm['isolado'] | undefined;
  /** Address of the page that has this form alone. */
  'janela'?: OuvidoriaForm['janela'] | undefined;
  /** Language: `pt-BR`, `en` or `es`; the default is that of the page, as its script tag says. It says what is shown, for the screen reader too. */
  'lang'?: OuvidoriaForm['lang'] | undefined;
  /** Colours. Default `light`. */
  'theme'?: OuvidoriaForm['theme'] | undefined;
  /** Address of the court file. */
  'tribunal'?: OuvidoriaForm['tribunal'] | undefined;
}

/** What only a property takes, and attributes by the name of their property. */
export interface OuvidoriaFormProperties {
  /** The court file as an object; wins over every address. */
  'courtFile'?: OuvidoriaForm['courtFile'] | undefined;
  /** Texts of the page's own, by key; they win over the court file's. */
  'textos'?: OuvidoriaForm['textos'] | undefined;
}

/** Events, by their name. */
export interface OuvidoriaFormEvents {
  /** Before sending; `preventDefault()` stops it. */
  'atrio-envio': AtrioEnvioEvent;
  /** Another step is on the screen. */
  'atrio-etapa': AtrioEtapaEvent;
  /** The manifestation was registered. Never carries the key. */
  'atrio-protocolo': AtrioProtocoloEvent;
}

/** Attributes, as written in HTML. */
export interface OuvidoriaStatsAttributes {
  /** Address of the backend. */
  'backend'?: OuvidoriaStats['backend'] | undefined;
  /** Shows in place what is wrong with the configuration. */
  'debug'?: OuvidoriaStats['debug'] | undefined;
  /** Last month. */
  'fim'?: OuvidoriaStats['fim'] | undefined;
  /** First month, `AAAA-MM`; a day of it will do. */
  'inicio'?: OuvidoriaStats['inicio'] | undefined;
  /** Language: `pt-BR`, `en` or `es`; the default is that of the page, as its script tag says. It says what is shown, for the screen reader too. */
  'lang'?: OuvidoriaStats['lang'] | undefined;
  /** Whose figures: `ouvidoria` (default) or `sic`. */
  'servico'?: OuvidoriaStats['servico'] | undefined;
  /** Colours. Default `light`. */
  'theme'?: OuvidoriaStats['theme'] | undefined;
  /** Address of the court file. */
  'tribunal'?: OuvidoriaStats['tribunal'] | undefined;
}

/** What only a property takes, and attributes by the name of their property. */
export interface OuvidoriaStatsProperties {
  /** The court file as an object; wins over every address. */
  'courtFile'?: OuvidoriaStats['courtFile'] | undefined;
  /** Texts of the page's own, by key; they win over the court file's. */
  'textos'?: OuvidoriaStats['textos'] | undefined;
}

/** Events, by their name. */
export interface OuvidoriaStatsEvents {}

/** Attributes, as written in HTML. */
export interface ProtocoloTrackerAttributes {
  /** Address of the backend. */
  'backend'?: ProtocoloTracker['backend'] | undefined;
  /** Shows in place what is wrong with the configuration. */
  'debug'?: ProtocoloTracker['debug'] | undefined;
  /** Language: `pt-BR`, `en` or `es`; the default is that of the page, as its script tag says. It says what is shown, for the screen reader too. */
  'lang'?: ProtocoloTracker['lang'] | undefined;
  /** Protocol to begin with. */
  'protocolo'?: ProtocoloTracker['protocolo'] | undefined;
  /** Colours. Default `light`. */
  'theme'?: ProtocoloTracker['theme'] | undefined;
  /** Address of the court file. */
  'tribunal'?: ProtocoloTracker['tribunal'] | undefined;
}

/** What only a property takes, and attributes by the name of their property. */
export interface ProtocoloTrackerProperties {
  /** The court file as an object; wins over every address. */
  'courtFile'?: ProtocoloTracker['courtFile'] | undefined;
  /** Texts of the page's own, by key; they win over the court file's. */
  'textos'?: ProtocoloTracker['textos'] | undefined;
}

/** Events, by their name. */
export interface ProtocoloTrackerEvents {
  /** The person did something on the case. Never carries the key or a text. */
  'atrio-acao': AtrioAcaoEvent;
  /** A case is on the screen. Never carries the key. */
  'atrio-caso': AtrioCasoEvent;
}

/** Attributes, as written in HTML. */
export interface SicRequestAttributes {
  /** Address of the page that has the tracker, for the link on the receipt. */
  'acompanhar'?: SicRequest['acompanhar'] | undefined;
  /** Address of the backend. */
  'backend'?: SicRequest['backend'] | undefined;
  /** Shows in place what is wrong with the configuration. */
  'debug'?: SicRequest['debug'] | undefined;
  /** Whether the browser's Back goes to the step before. Default `etapas`. */
  'historico'?: SicRequest['historico'] | undefined;
  /** Language: `pt-BR`, `en` or `es`; the default is that of the page, as its script tag says. It says what is shown, for the screen reader too. */
  'lang'?: SicRequest['lang'] | undefined;
  /** Colours. Default `light`. */
  'theme'?: SicRequest['theme'] | undefined;
  /** Address of the court file. */
  'tribunal'?: SicRequest['tribunal'] | undefined;
}

/** What only a property takes, and attributes by the name of their property. */
export interface SicRequestProperties {
  /** The court file as an object; wins over every address. */
  'courtFile'?: SicRequest['courtFile'] | undefined;
  /** Texts of the page's own, by key; they win over the court file's. */
  'textos'?: SicRequest['textos'] | undefined;
}

/** Events, by their name. */
export interface SicRequestEvents {
  /** Before sending; `preventDefault()` stops it. */
  'atrio-envio': AtrioEnvioEvent;
  /** Another step is on the screen. */
  'atrio-etapa': AtrioEtapaEvent;
  /** The request was registered. Never carries the key. */
  'atrio-protocolo': AtrioProtocoloEvent;
}

/** Every element, by its tag. */
export interface AtrioElements {
  /**
   * The desk of who conducts hearings by videoconference, for the court's intranet: the judge, and the clerk for the judge (Resolução CNJ 105/2010, art. 3, § 2). Schedules,
   * invites by role, lets people in, calls witnesses, opens the reserved interview, marks the recording and its index, ends with the term.
   *
   * Needs a backend of the contract with the staff's sign-in configured, and the role `juiz` or `audiencia`. The access token comes from the page (`token`), or from a
   * sign-in of its own by authorization code and PKCE (`issuer`, `client-id`).
   */
  'audiencia-clerk': { element: AudienciaClerk; attributes: AudienciaClerkAttributes; properties: AudienciaClerkProperties; events: AudienciaClerkEvents };
  /**
   * Plays the recording of a hearing (Resolução CNJ 105/2010, art. 1, §§ 1-3, and art. 2) by its permanent address: index, speed, captions, sound alone, link to
   * a point, download; checks in the browser that it is what the court signed; under sigilo asks for the key of who takes part in the case.
   */
  'audiencia-recording': { element: AudienciaRecording; attributes: AudienciaRecordingAttributes; properties: AudienciaRecordingProperties; events: AudienciaRecordingEvents };
  /**
   * A hearing by videoconference for who was invited (Resolução CNJ 105/2010): what it is and when, the test of camera and sound, the waiting room, the room, and the
   * reserved interview of the accused with the defence. With `quiosque`, the screen of an equipped room of a forum (art. 4).
   *
   * The invitation is personal. It comes in the address of the page, after the `#`, or by `convite`.
   */
  'audiencia-room': { element: AudienciaRoom; attributes: AudienciaRoomAttributes; properties: AudienciaRoomProperties; events: AudienciaRoomEvents };
  /**
   * The desk of who attends at the virtual counter, for the court's intranet: the queue of each of the attendant's units, the ticket in hand, the call beside it,
   * notes, transfer, invitation, appointment and end. Works by keyboard alone.
   *
   * Needs a backend of the contract with the staff's sign-in configured. The access token comes from the page (`token`), or from a sign-in of its own by
   * authorization code and PKCE (`issuer`, `client-id`).
   */
  'balcao-attendant': { element: BalcaoAttendant; attributes: BalcaoAttendantAttributes; properties: BalcaoAttendantProperties; events: BalcaoAttendantEvents };
  /**
   * Every unit of a court: search by name, comarca, kind and city, which are open now, and of each one hours, contacts, address and the way to its
   * counter (Resolução CNJ 372/2021, arts. 3 and 5).
   *
   * What is searched for is in the address of the page (`#unidades?busca=…`), and each unit has one (`#unidade-<id>`).
   */
  'balcao-directory': { element: BalcaoDirectory; attributes: BalcaoDirectoryAttributes; properties: BalcaoDirectoryProperties; events: BalcaoDirectoryEvents };
  /**
   * The virtual counter of a court unit: whether it is open, every way to reach it, and the call by video.
   *
   * The unit comes from the court file (`unidade`), from the backend, or from the attributes alone (`nome` and `hours`). Attributes win.
   */
  'balcao-virtual': { element: BalcaoVirtual; attributes: BalcaoVirtualAttributes; properties: BalcaoVirtualProperties; events: BalcaoVirtualEvents };
  /**
   * Shortcuts for the court's home page, in a permanent and prominent place: the Ouvidoria (Resolução CNJ 432/2021, art. 7, § 5), the SIC and the Portal
   * da Transparência (Resolução CNJ 215/2015, art. 7); the Balcão Virtual and the tracker where the page names them. Addresses of the element win
   * over those of the court file; a shortcut without an address is not shown.
   */
  'cidadania-links': { element: CidadaniaLinks; attributes: CidadaniaLinksAttributes; properties: CidadaniaLinksProperties; events: CidadaniaLinksEvents };
  /**
   * Form of the Ouvidoria (Resolução CNJ 432/2021): complaint, report of wrongdoing, request, question, suggestion and praise, with
   * identification, with the identity kept, or (a report of wrongdoing) anonymous; ends in a receipt with protocol, key and due date.
   * Nothing typed is lost on error, reload or lost network; nothing of an anonymous person is kept on the device.
   */
  'ouvidoria-form': { element: OuvidoriaForm; attributes: OuvidoriaFormAttributes; properties: OuvidoriaFormProperties; events: OuvidoriaFormEvents };
  /**
   * Published figures of the Ouvidoria (Resolução CNJ 432/2021, arts. 5, VII, and 15, II) or of the SIC (Resolução CNJ 215/2015, art. 41, III): received,
   * answered, on time, by kind, subject, month, outcome and satisfaction, with the same figures as open data (art. 6, § 4). What would tell of
   * few people is left out by the backend, and said to be.
   */
  'ouvidoria-stats': { element: OuvidoriaStats; attributes: OuvidoriaStatsAttributes; properties: OuvidoriaStatsProperties; events: OuvidoriaStatsEvents };
  /**
   * Follows a manifestation or a request by protocol and key (Lei 12.527/2011, art. 9; Resolução CNJ 432/2021, art. 8, § 1): state in plain
   * words, due date with its arithmetic, question, answer, the remedy that is open, history; and does what can be done there: answer, add, appeal,
   * say who one is, rate, withdraw, take one's data home. The key is never in an address, in storage or in a log; what is written is not lost.
   */
  'protocolo-tracker': { element: ProtocoloTracker; attributes: ProtocoloTrackerAttributes; properties: ProtocoloTrackerProperties; events: ProtocoloTrackerEvents };
  /**
   * Request for access to information (Lei 12.527/2011; Resolução CNJ 215/2015, art. 11): what is wanted, who asks, how the answer is
   * to come, and confidential treatment of the requester's data; ends in a receipt with protocol, key and due date. It never asks why.
   */
  'sic-request': { element: SicRequest; attributes: SicRequestAttributes; properties: SicRequestProperties; events: SicRequestEvents };
}
