namespace Mesh.Sdk.Attachment;

/// <summary>What the hosts hold of a cluster, the worst of all hosts.</summary>
public enum RemoteSecretState
{
    /// <summary>Nobody needs one: it is the only host.</summary>
    NotNeeded,

    /// <summary>Every host holds a credential that the cluster takes.</summary>
    Synced,

    /// <summary>A host could not be asked, or the cluster did not answer.</summary>
    Unknown,

    /// <summary>A host holds none.</summary>
    Missing,

    /// <summary>The cluster refuses the credential, as one that has ended or was revoked.</summary>
    Refused,

    /// <summary>istiod refuses the credential, as it would have to run a program or read a file for it.</summary>
    Unusable,
}
