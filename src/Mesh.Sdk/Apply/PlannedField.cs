using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>A field that applying an object would change.</summary>
public sealed record PlannedField
{
    /// <summary>Gets the place in the object, such as <c>spec.ports[port=8080,protocol=TCP].name</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the value that stands there; <see langword="null"/> if the field is new or hidden.</summary>
    public UntypedValue? Before { get; init; }

    /// <summary>Gets the value that will stand there; <see langword="null"/> if the field goes or is hidden.</summary>
    public UntypedValue? After { get; init; }

    /// <summary>Gets whether the values are secret and so are not kept.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Gets the other managers that own the field and conflict over it; unset if none does.</summary>
    public EquatableList<string> Owners { get; init; }

    /// <summary>Returns the path, without values.</summary>
    public override string ToString() => Path;
}
