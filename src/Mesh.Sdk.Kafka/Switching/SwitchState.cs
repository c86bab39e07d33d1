using System.Diagnostics.CodeAnalysis;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>
/// Which Kafka cluster clients work with, and how much. Written as the alias, followed by the phase in kebab case where it is not open, and by the
/// cluster that is lost if one is: <c>aws producers-held</c>, <c>gke without aws</c>.
/// </summary>
/// <param name="Cluster">Alias of the active cluster.</param>
/// <param name="Phase">How much of the work goes on.</param>
/// <param name="Lost">
/// Alias of the cluster that is lost: clients that are on it leave at once, and what it has not acknowledged counts as not written.
/// <see langword="null"/> if none is; a cluster that is left in order gets the time that the options of the clients give it.
/// </param>
public sealed record SwitchState(string Cluster, SwitchPhase Phase = SwitchPhase.Open, string? Lost = null)
{
    private const string Without = "without";

    private static readonly Dictionary<string, SwitchPhase> Phases = new(StringComparer.Ordinal)
    {
        ["open"] = SwitchPhase.Open, ["producers-held"] = SwitchPhase.ProducersHeld, ["held"] = SwitchPhase.Held,
    };

    /// <summary>Reads an alias, and a phase and a lost cluster if they are there.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static SwitchState Parse(string text) => TryParse(text, out SwitchState? state)
        ? state
        : throw new FormatException(
            $"'{text}' is not the alias of a Kafka cluster, alone or followed by one of: {string.Join(", ", Phases.Keys)}; and by '{Without}' and the alias of a lost cluster.");

    /// <summary>Reads an alias, and a phase and a lost cluster if they are there. Returns whether the text was that.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SwitchState? state)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        state = words switch
        {
            [.. var active, Without, var lost] => Active(active) is { } left ? left with { Lost = lost } : null,
            _ => Active(words),
        };
        return state is not null;
    }

    /// <summary>Returns the text that <see cref="Parse"/> reads.</summary>
    public override string ToString() =>
        Cluster + (Phase == SwitchPhase.Open ? "" : $" {Phases.First(p => p.Value == Phase).Key}") + (Lost is null ? "" : $" {Without} {Lost}");

    private static SwitchState? Active(string[] words) => words switch
    {
        [var alias] => new(alias),
        [var alias, var name] when Phases.TryGetValue(name, out SwitchPhase phase) => new(alias, phase),
        _ => null,
    };
}
