namespace Mesh.Sdk.Apply;

/// <summary>What happens after something has failed.</summary>
public enum ErrorPolicy
{
    /// <summary>The rest is attempted all the same.</summary>
    Continue,

    /// <summary>Nothing new is begun; what was begun is finished and reported.</summary>
    Stop,
}
