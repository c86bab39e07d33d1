namespace Mesh.Sdk.Kafka.Tests.Connect;

/// <summary>A connector of <see cref="ConnectServer"/>.</summary>
internal sealed class FakeConnector
{
    public required Dictionary<string, string> Config { get; set; }

    public string State { get; set; } = "RUNNING";

    public string? Trace { get; set; }

    public Dictionary<string, string> Offsets { get; } = [];

    /// <summary>Gets or sets whether its tasks stay when it is stopped.</summary>
    public bool Lingers { get; set; }

    public int Tasks => State == "STOPPED" && !Lingers ? 0 : int.Parse(Config.GetValueOrDefault("tasks.max", "1"), System.Globalization.CultureInfo.InvariantCulture);
}
