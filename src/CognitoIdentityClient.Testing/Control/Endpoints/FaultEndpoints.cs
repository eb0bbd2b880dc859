namespace CognitoIdentity.Testing;

/// <summary>The faults to inject: add, list, remove, clear.</summary>
internal sealed class FaultEndpoints(ControlContext context)
{
    public Task ListAsync(ControlCall call)
    {
        var faults = context.Emulator.Faults.Read().Select(planned => FaultView.Document(planned.Id, planned.Fault, planned.Left));
        return call.RespondAsync(new([.. faults]), ControlJson.Readable.FaultListDocument);
    }

    public async Task AddAsync(ControlCall call)
    {
        var fault = FaultView.Read(await call.ReadAsync(FaultView.Members).ConfigureAwait(false));
        int id;
        try
        {
            id = context.Emulator.Faults.Plan(fault);
        }
        catch (ArgumentException e)
        {
            throw ControlError.Invalid(ArgumentMistake.GetText(e));
        }

        context.Exchanges.Signal();
        await call.RespondAsync(FaultView.Document(id, fault, fault.Count), ControlJson.Readable.FaultDocument, 201).ConfigureAwait(false);
    }

    public Task RemoveAsync(ControlCall call)
    {
        if (!int.TryParse(call.Id, out var id) || !context.Emulator.Faults.Remove(id))
        {
            throw ControlError.NotFound($"There is no fault '{call.Id}', or it is used up.");
        }

        context.Exchanges.Signal();
        call.RespondNoContent();
        return Task.CompletedTask;
    }

    public Task ClearAsync(ControlCall call)
    {
        context.Emulator.Faults.Clear();
        context.Exchanges.Signal();
        call.RespondNoContent();
        return Task.CompletedTask;
    }
}
