/** Why no microphone could be opened. */
export type MicrophoneProblem = 'insecure' | 'unsupported' | 'refused' | 'none' | 'busy' | 'unknown';

/** What to say of it, and what to do. */
export const MICROPHONE_PROBLEMS: Readonly<Record<MicrophoneProblem, string>> = {
  insecure: 'The browser gives the microphone to secure pages only. Open Edgewise over https or from localhost.',
  unsupported: 'This browser cannot record. A current Chrome, Edge, Firefox or Safari can.',
  refused:
    'The microphone is blocked for this page. Allow it in the site settings, beside the address, then record again.',
  none: 'No microphone was found. Plug one in, then record again.',
  busy: 'The microphone is there but does not start: another program may be using it. Close that, then record again.',
  unknown: 'The microphone could not be opened. Try again, or choose another one in the voice menu.',
};

export type OpenedMicrophone =
  | { readonly kind: 'open'; readonly stream: MediaStream; readonly track: MediaStreamTrack }
  | { readonly kind: 'failed'; readonly problem: MicrophoneProblem };

/**
 * Opens the microphone, which is when the browser asks for permission. `deviceId` empty: the system's own choice; that is
 * also what is taken when the chosen one is not plugged in. Never rejects.
 */
export async function openMicrophone(deviceId: string): Promise<OpenedMicrophone> {
  if (!window.isSecureContext) return { kind: 'failed', problem: 'insecure' };
  if (navigator.mediaDevices?.getUserMedia === undefined || typeof MediaRecorder === 'undefined') {
    return { kind: 'failed', problem: 'unsupported' };
  }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        channelCount: 1,
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        ...(deviceId !== '' && { deviceId: { ideal: deviceId } }),
      },
    });
    const [track] = stream.getAudioTracks();
    return track === undefined ? { kind: 'failed', problem: 'none' } : { kind: 'open', stream, track };
  } catch (error) {
    return { kind: 'failed', problem: problemOf(error) };
  }
}

/** What `getUserMedia` rejects with: https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
export function problemOf(error: unknown): MicrophoneProblem {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unknown';
  }
}

export interface Microphone {
  readonly deviceId: string;
  readonly label: string;
}

/** The microphones to choose from; browsers tell their names only after one was opened. */
export async function listMicrophones(): Promise<readonly Microphone[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  return devices
    .filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '' && deviceId !== 'default')
    .map(({ deviceId, label }, index) => ({ deviceId, label: label === '' ? `Microphone ${index + 1}` : label }));
}
