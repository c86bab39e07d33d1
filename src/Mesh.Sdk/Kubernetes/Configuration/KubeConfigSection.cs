using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Configuration;

/// <summary>A named context, cluster or user, with the places of its fields.</summary>
/// <param name="name">Its name.</param>
/// <param name="place">Where it stands.</param>
/// <param name="folder">Where its relative paths start.</param>
/// <param name="fields">Its fields by name.</param>
internal sealed class KubeConfigSection(string name, ConfigPlace place, string folder, IReadOnlyDictionary<string, (UntypedValue Value, ConfigPlace Place)> fields)
{
    public string Name => name;

    /// <summary>Gets a text; <see langword="null"/> if it is unset or empty, which Kubernetes takes for unset.</summary>
    public string? Text(string field) => fields.TryGetValue(field, out var found) && found.Value.Text is { Length: > 0 } text ? text : null;

    public bool Flag(string field) => fields.TryGetValue(field, out var found) && found.Value.Boolean == true;

    public UntypedValue? Tree(string field) => fields.TryGetValue(field, out var found) && found.Value.Kind != UntypedKind.Null ? found.Value : null;

    /// <summary>Gets the path that a field tells.</summary>
    public string? File(string field) => Text(field) is { } path ? Path.GetFullPath(path, folder) : null;

    /// <summary>Gets a program: a path with a separator starts at the folder, a name is looked for.</summary>
    public string Program(string command) =>
        command.AsSpan().ContainsAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) ? Path.GetFullPath(command, folder) : command;

    /// <summary>Makes a finding about a field, or about the whole where it is unset.</summary>
    public Diagnostic At(DiagnosticDescriptor descriptor, string field, params object?[] arguments) =>
        (fields.TryGetValue(field, out var found) ? found.Place : place).At(descriptor, arguments);
}
