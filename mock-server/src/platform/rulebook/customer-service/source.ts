/** Where the windows of 2023 stand. */
export const notice = 'Notice on customer-service messages of official accounts (source 003)'
/** Where the interface stands. */
export const page = '/cgi-bin/message/custom/send'
