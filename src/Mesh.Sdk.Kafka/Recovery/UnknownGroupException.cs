using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>Groups have neither positions where they should read nor checkpoints where they should go to. Nothing was changed.</summary>
public sealed class UnknownGroupException : Exception
{
    internal UnknownGroupException(IEnumerable<string> groups, string from, string to, string remedy)
        : base($"No positions are known of {string.Join(", ", groups.Select(g => $"'{g}'"))} on the Kafka cluster '{from}', and there are no checkpoints on '{to}'. {remedy}") =>
        Groups = [.. groups];

    /// <summary>Gets the groups.</summary>
    public EquatableList<string> Groups { get; }
}
