using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>Conditions on a request, all of which must hold.</summary>
public sealed record HttpMatch
{
    /// <summary>Gets the condition on the path. <see langword="null"/> means any.</summary>
    public TextMatch? Path { get; init; }

    /// <summary>Gets the condition on the method. <see langword="null"/> means any.</summary>
    public TextMatch? Method { get; init; }

    /// <summary>Gets the conditions on headers, by lower-case name; empty means none.</summary>
    public EquatableMap<TextMatch> Headers { get; init; } = [];

    /// <summary>Gets the port of the service. <see langword="null"/> means any.</summary>
    public int? Port { get; init; }
}
