/** `recording` holds the bytes as the recorder made them. */
export interface RemuxRequest {
  readonly recording: Blob;
}

export type RemuxAnswer =
  | { readonly kind: 'done'; readonly file: ArrayBuffer }
  | { readonly kind: 'failed'; readonly message: string };
