/** Which Excel this is, as Office tells it. */
export interface HostIdentity {
  readonly platform: string;
  readonly build: string;
  readonly displayLanguage: string;
  readonly contentLanguage: string;
  /** Newest set of functions that it says it has, such as `1.14`; blank where it says none. */
  readonly newestSet: string;
}

/** What is kept of one Excel on one computer is kept under this. */
export function hostKey({ platform, build }: HostIdentity): string {
  return `${platform} ${build}`;
}
