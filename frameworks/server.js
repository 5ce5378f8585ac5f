// Generated from custom-elements.json by `npm run manifest`: not to be edited.
// What Node gets for every entry of the kit: the names, so that imports resolve. The elements are a browser's.
export class AudienciaClerk {}
export class AudienciaRecording {}
export class AudienciaRoom {}
export class BalcaoAttendant {}
export class BalcaoDirectory {}
export class BalcaoVirtual {}
export class CidadaniaLinks {}
export class OuvidoriaForm {}
export class OuvidoriaStats {}
export class ProtocoloTracker {}
export class SicRequest {}
