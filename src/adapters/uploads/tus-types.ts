/** What tus-js-client takes and gives, as far as it is used; its own types are of the whole package, of which only the protocol is loaded. */

export interface TusRequest {
  getMethod(): string;
  getURL(): string;
  setHeader(name: string, value: string): void;
  getHeader(name: string): string | undefined;
  setProgressHandler(handler: (sent: number) => void): void;
  send(body?: Blob | null): Promise<TusResponse>;
  abort(): Promise<void>;
  getUnderlyingObject(): unknown;
}
export interface TusResponse {
  getStatus(): number;
  getHeader(name: string): string | null;
  getBody(): string;
  getUnderlyingObject(): unknown;
}
export interface TusSource {
  size: number;
  slice(start: number, end: number): Promise<{ value: Blob; done: boolean }>;
  close(): void;
}
export interface TusError extends Error {
  originalResponse?: TusResponse | null;
  causingError?: unknown;
}
export interface TusOptions {
  endpoint: string;
  chunkSize: number;
  metadata: Record<string, string>;
  uploadDataDuringCreation: boolean;
  retryDelays: null;
  fingerprint(): Promise<null>;
  storeFingerprintForResuming: boolean;
  urlStorage: null;
  httpStack: { createRequest(method: string, url: string): TusRequest; getName(): string };
  fileReader: { openFile(file: Blob): Promise<TusSource> };
  onProgress(sent: number, total: number): void;
  onChunkComplete(size: number, accepted: number, total: number): void;
  onSuccess(): void;
  onError(error: TusError): void;
}
