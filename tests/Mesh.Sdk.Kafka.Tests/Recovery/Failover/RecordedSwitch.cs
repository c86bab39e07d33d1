using Mesh.Sdk.Kafka.Recovery.Steps;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>Remembers what clients were told.</summary>
internal sealed class RecordedSwitch : IClusterSwitch
{
    public string Active { get; private set; } = "aws";

    public List<string> Calls { get; } = [];

    public bool Fails { get; set; }

    /// <summary>Gets or sets what consumers do when they are held.</summary>
    public Action? HoldsConsumers { get; set; }

    public Task<string?> GetActiveAsync(CancellationToken cancellationToken = default) => Task.FromResult<string?>(Active);

    public Task HoldProducersAsync(CancellationToken cancellationToken = default) => Note("hold producers");

    public Task HoldConsumersAsync(CancellationToken cancellationToken = default)
    {
        HoldsConsumers?.Invoke();
        return Note("hold consumers");
    }

    public Task SwitchAsync(string from, string to, CancellationToken cancellationToken = default)
    {
        Task told = Note($"{from} to {to}");
        Active = to;
        return told;
    }

    private Task Note(string call)
    {
        if (Fails)
        {
            throw new IOException("The place where clients look can't be written.");
        }

        Calls.Add(call);
        return Task.CompletedTask;
    }
}
