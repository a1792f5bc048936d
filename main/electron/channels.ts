/** The two channels between a window and the main process. No other exists. */
export const invokeChannel = 'lectern:invoke';
export const eventChannel = 'lectern:event';
