/** Registers every element of the kit. */
export * from './balcao-virtual.ts';
export * from './audiencia-recording.ts';
export * from './balcao-attendant.ts';
export * from './balcao-directory.ts';
export * from './ouvidoria-form.ts';
export * from './sic-request.ts';
export * from './protocolo-tracker.ts';
export * from './ouvidoria-stats.ts';
export * from './cidadania-links.ts';
export * from './audiencia-room.ts';
export * from './audiencia-clerk.ts';
