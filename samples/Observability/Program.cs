using CognitoIdentity.Testing;
using ObservabilitySample;

// Three incidents, each as an operator sees it: in the log, in the trace and in the metrics. docs/guides/observability.md shows the output.
await using var emulator = await CognitoIdentityEmulator.StartAsync();
var incidents = new Incidents(emulator);

await OperatorView.ShowAsync("A throttled call", emulator, incidents.ThrottleACallAsync);
await OperatorView.ShowAsync("A refresh that fails", emulator, incidents.FailARefreshAsync);
await OperatorView.ShowAsync("A recovered identity", emulator, incidents.LoseAnIdentityAsync);
