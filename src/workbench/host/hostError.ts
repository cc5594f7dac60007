/** An error as Excel reports it to an add-in: it ends the batch, keeps what ran before, and reaches the caller as a code. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Member that failed, as Office.js spells it: `WorksheetCollection.getItem`. */
    readonly location: string | null = null,
  ) {
    super(message);
    this.name = 'HostError';
  }

  at(location: string): HostError {
    return this.location === null ? new HostError(this.code, this.message, location) : this;
  }
}

const STATUS: Record<string, number> = {
  AccessDenied: 401,
  ItemNotFound: 404,
  ApiNotFound: 404,
  ItemAlreadyExists: 409,
  Conflict: 409,
  GeneralException: 500,
  ServiceNotAvailable: 503,
  ActivityLimitReached: 429,
};

export const httpStatus = (code: string): number => STATUS[code] ?? 400;

const MESSAGES: Record<string, string> = {
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode: 'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB and then try again.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  GeneralException: 'There was an internal error while processing the request.',
  RequestPayloadSizeLimitExceeded: 'The size of the request payload has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The size of the response payload has exceeded the limit.',
};

/** The error with Excel's own message for its code. */
export const hostError = (code: string, message?: string): HostError =>
  new HostError(code, message ?? MESSAGES[code] ?? `${code}.`);
