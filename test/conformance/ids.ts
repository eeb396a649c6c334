/** The statements that a platform can be asked about from outside; `bad-input` stands for every documented refusal of nonsense. */
export const ids: readonly string[] = [
  ...['MA-2', 'MA-3', 'MA-4', 'MA-5', 'MA-6', 'MA-7', 'MA-8', 'MA-9', 'MA-10', 'MA-11', 'MA-12'],
  ...['MA-13', 'MA-14', 'MA-15', 'MA-16', 'MA-17', 'MA-18', 'MA-19', 'MA-20', 'MA-21'],
  ...['OA-1', 'OA-2', 'OA-3', 'OA-4', 'OA-5', 'OA-6', 'OA-7', 'OA-8', 'OA-9', 'OA-10', 'OA-11', 'OA-12'],
  ...['DL-1', 'DL-2', 'DL-3', 'DL-4', 'DL-5', 'DL-6', 'DL-8', 'DL-9', 'DL-10', 'DL-11'],
  ...['WO-1', 'WO-2', 'WO-3', 'WO-4', 'WO-5', 'WO-6'],
  ...['WT-1', 'WT-2', 'WT-3', 'WT-4'],
  ...['WT-5.1', 'WT-5.2', 'WT-5.3', 'WT-5.4', 'WT-5.5', 'WT-5.6', 'WT-5.7', 'WT-5.8', 'WT-6'],
  ...['WT-7.1', 'WT-7.2', 'WT-7.3', 'WT-7.4', 'WT-8.1', 'WT-8.2'],
  ...['WT-9.1', 'WT-9.2', 'WT-9.3', 'WT-9.4', 'WT-9.5', 'WT-9.6'],
  ...['WT-10.1', 'WT-10.2', 'WT-10.3', 'WT-10.4', 'WT-10.5', 'WT-10.6', 'WT-10.7', 'WT-10.8', 'WT-10.9'],
  ...['WT-11.1', 'WT-11.2', 'WT-11.3', 'WT-11.4', 'WT-11.5', 'WT-11.6', 'WT-11.7', 'WT-11.8', 'WT-11.9'],
  ...['WT-12', 'WT-13'],
  ...['CS-1', 'CS-2', 'CS-3', 'CS-4', 'CS-5', 'CS-6', 'CS-7', 'CS-8'],
  ...['X-1', 'X-2', 'X-4', 'bad-input'],
]
