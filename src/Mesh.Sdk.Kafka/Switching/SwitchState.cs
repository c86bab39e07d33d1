namespace Mesh.Sdk.Kafka.Switching;

/// <summary>Which Kafka cluster clients work with, and how much. Written as the alias, followed by the phase in kebab case where it is not open: <c>aws producers-held</c>.</summary>
/// <param name="Cluster">Alias of the active cluster.</param>
/// <param name="Phase">How much of the work goes on.</param>
public sealed record SwitchState(string Cluster, SwitchPhase Phase = SwitchPhase.Open)
{
    private static readonly Dictionary<string, SwitchPhase> Phases = new(StringComparer.Ordinal)
    {
        ["open"] = SwitchPhase.Open, ["producers-held"] = SwitchPhase.ProducersHeld, ["held"] = SwitchPhase.Held,
    };

    /// <summary>Reads an alias, and a phase if there is one.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static SwitchState Parse(string text) => TryParse(text, out SwitchState? state)
        ? state
        : throw new FormatException($"'{text}' is not the alias of a Kafka cluster, alone or followed by one of: {string.Join(", ", Phases.Keys)}.");

    /// <summary>Reads an alias, and a phase if there is one. Returns whether the text was that.</summary>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SwitchState? state)
    {
        ArgumentNullException.ThrowIfNull(text);
        state = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var alias] => new(alias),
            [var alias, var name] when Phases.TryGetValue(name, out SwitchPhase phase) => new(alias, phase),
            _ => null,
        };
        return state is not null;
    }

    /// <summary>Returns the text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Phase == SwitchPhase.Open ? Cluster : $"{Cluster} {Phases.First(p => p.Value == Phase).Key}";
}
